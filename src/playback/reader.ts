import type { Cue } from '../narration/index.js';
import { type SpeechEngine, SpeechError, type Utterance, type Word } from '../speech/engine.js';
import { EngineChoice, type EngineSource } from './engine-choice.js';
import type { Notice } from './notice.js';
import { pauseBetween } from './timeline.js';

/** How long a loaded engine may take to be heard while another one could take over, in milliseconds. */
const START_PATIENCE = 2000;

/** How far ahead utterances are prepared, in characters; 900 are about 50 seconds. */
const AHEAD = 900;

/** The language that is spoken where no engine speaks a cue's own. */
const LAST_RESORT = 'de';

type After = (cue: Cue) => Cue | undefined;

/** What a reader tells of its work. */
export interface ReaderEvents {
  /** An engine is loaded, and the cue is handed to it. */
  onReady(engine: SpeechEngine): void;
  /** The cue is heard, for the first time or again after a pause; `duration` in seconds at rate 1, where it is known. */
  onStart(duration: number | undefined): void;
  /** A word of the cue begins to be heard. */
  onWord(word: Word): void;
  /** A cue has been heard, and this one is next. */
  onNext(cue: Cue): void;
  /** An engine could not speak the cue; another is tried. */
  onLost(error: SpeechError): void;
  onNotice(notice: Notice | null): void;
}

/** Reads cue after cue with the first engine that can, and hands a cue over to the next engine when one cannot. */
export class Reader {
  readonly #engines: EngineChoice;
  readonly #utterances = new WeakMap<Cue, Utterance>();
  #engine: SpeechEngine | null = null;

  /** @param sources says which engines are tried and in which order; each source must stay the same function */
  constructor(sources: () => Iterable<EngineSource>) {
    this.#engines = new EngineChoice(sources);
  }

  /** Finds the engine for a language, BCP 47, so that its code is there when it is needed; fetches no voice. */
  async choose(lang: string): Promise<void> {
    await this.#engines.find(lang);
  }

  /** Gives engines that failed another chance. */
  restore(): void {
    this.#engines.restore();
  }

  set(rate: number, volume: number): void {
    this.#engines.set(rate, volume);
  }

  /**
   * Reads a narration to its end.
   *
   * @param after tells which cue is read after another
   * @throws a SpeechError when no engine is left, a NotAllowedError DOMException, or the signal's reason
   */
  async read(from: Cue, after: After, signal: AbortSignal, events: ReaderEvents): Promise<void> {
    let silence = 0;
    for (let cue: Cue | undefined = from; cue;) {
      await this.#readCue(cue, after, silence, signal, events);
      const next = after(cue);
      silence = pauseBetween(cue, next);
      if (next) events.onNext(next);
      cue = next;
    }
  }

  /** Falls silent in the middle of the cue that is heard. */
  pause(): void {
    this.#engine?.pause();
  }

  /** Goes on where it was paused. */
  resume(): void {
    this.#engine?.resume();
  }

  dispose(): void {
    this.#engines.dispose();
  }

  async #readCue(
    cue: Cue,
    after: After,
    silence: number,
    signal: AbortSignal,
    events: ReaderEvents,
  ): Promise<void> {
    let lost: { engine: SpeechEngine; error: SpeechError } | null = null;
    for (;;) {
      const engine =
        (await this.#engines.find(cue.lang)) ?? (await this.#engines.find(LAST_RESORT));
      signal.throwIfAborted();
      if (!engine) throw lost?.error ?? new SpeechError('unavailable', 'No engine can speak');
      this.#engine = engine;
      try {
        await this.#load(engine, signal, events);
        if (lost) events.onNotice({ kind: 'takeover', from: lost.engine.name, to: engine.name });
        events.onReady(engine);
        await this.#speak(engine, this.#utterancesFrom(cue, after), silence, signal, events);
        return;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof SpeechError)) throw error;
        this.#engines.drop(engine);
        lost = { engine, error };
        events.onLost(error);
      }
    }
  }

  async #load(engine: SpeechEngine, signal: AbortSignal, events: ReaderEvents): Promise<void> {
    let told = false;
    await engine.load((share) => {
      if (signal.aborted) return;
      told = true;
      events.onNotice({ kind: 'loading', share });
    });
    signal.throwIfAborted();
    if (told) events.onNotice(null);
  }

  async #speak(
    engine: SpeechEngine,
    utterances: readonly Utterance[],
    silence: number,
    signal: AbortSignal,
    events: ReaderEvents,
  ): Promise<void> {
    const [utterance] = utterances;
    if (!utterance) return;
    const patience = new AbortController();
    const timer = setTimeout(
      () => void this.#loseIfOther(engine, utterance, patience),
      START_PATIENCE + (silence * 1000) / engine.rate,
    );
    engine.prepare(utterances);
    try {
      await engine.speak(utterance, {
        signal: AbortSignal.any([signal, patience.signal]),
        onStart: (duration) => {
          clearTimeout(timer);
          events.onStart(duration);
        },
        onWord: (word) => events.onWord(word),
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends an engine's attempt where another could speak instead; the last one is given all the time it takes. */
  async #loseIfOther(
    engine: SpeechEngine,
    { lang }: Utterance,
    patience: AbortController,
  ): Promise<void> {
    const other =
      (await this.#engines.find(lang, engine)) ?? (await this.#engines.find(LAST_RESORT, engine));
    if (other) patience.abort(new SpeechError('timeout', `${engine.name} did not start`));
  }

  #utterancesFrom(first: Cue, after: After): Utterance[] {
    const utterances: Utterance[] = [];
    let characters = 0;
    for (let cue: Cue | undefined = first; cue && characters < AHEAD;) {
      const next = after(cue);
      utterances.push(this.#utteranceOf(cue, next));
      characters += cue.text.length;
      cue = next;
    }
    return utterances;
  }

  #utteranceOf(cue: Cue, next: Cue | undefined): Utterance {
    let utterance = this.#utterances.get(cue);
    if (!utterance) {
      utterance = { text: cue.text, lang: cue.lang, pause: pauseBetween(cue, next) };
      this.#utterances.set(cue, utterance);
    }
    return utterance;
  }
}
