import type { Cue } from '../narration/index.js';
import { pauseBetween } from '../narration/pause-between.js';
import {
  type SpeechEngine,
  SpeechError,
  type SystemCommands,
  type Word,
} from '../speech/engine.js';
import type { SpokenOptions } from '../narration/spoken/index.js';
import { OtherSpeech } from '../speech/browser/other-speech.js';
import { delay } from '../speech/delay.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import type { ListedVoice } from '../speech/listed-voices.js';
import { Attempt } from './attempt.js';
import type { QuestionHost } from './consent-question.js';
import { type Covers, EngineChoice, type VoicesOfEngine } from './engine-choice.js';
import { ListenerConsent } from './listener-consent.js';
import { loadEngine } from './load-engine.js';
import { type LexiconSource, loadLexicon } from './load-lexicon.js';
import type { Notice } from './notice.js';
import type { TimingOf } from '../narration/navigable-narration.js';
import type { SpeechOptions } from './playback-options.js';
import type { SpeechSettings } from './speech-settings.js';
import { SlowEngines } from './slow-engines.js';
import { Stops } from './stops.js';
import { type After, Utterances, writtenUtterance } from './utterances.js';

/** The language to speak where no engine speaks the cue's own. */
const LAST_RESORT = 'de';

/** Callbacks of a reader. */
export interface ReaderEvents {
  /** An engine is loaded, and the cue is given to it. */
  onReady(engine: SpeechEngine): void;
  /** The cue becomes audible, for the first time or after a pause; `duration` in seconds at rate 1, where it is known. */
  onStart(duration: number | undefined): void;
  /** A word of the cue begins to be heard. */
  onWord(word: Word): void;
  /** The cue has been heard, and this one is next. */
  onNext(cue: Cue): void;
  /** An engine could not speak the cue; another is tried. */
  onLost(error: SpeechError): void;
  onNotice(notice: Notice | null): void;
}

/** One run through the cues of a narration, from a call of `read` to its end. */
interface Run {
  readonly after: After;
  readonly signal: AbortSignal;
  readonly events: ReaderEvents;
}

/** Reads cue after cue with the first engine that can, and gives a cue to the next engine when one fails. */
export class Reader {
  readonly #engines: EngineChoice;
  readonly #options: SpeechOptions;
  readonly #system: SystemCommands;
  readonly #stops: Stops;
  #lexiconSource: LexiconSource = null;
  #spoken: SpokenOptions = {};
  #pauses = 1;
  #utterances: Utterances;
  #attempt: Attempt | null = null;
  readonly #slow = new SlowEngines();
  /** The engine that spoke last. */
  #last: SpeechEngine | null = null;
  /** The engine whose times of the cues are used, and those. */
  #timed: { readonly engine: SpeechEngine; readonly timingOf: TimingOf } | null = null;
  #voice: string | null = null;
  /** The engine whose successors were loaded. */
  #prepared: SpeechEngine | null = null;
  /** Whether a person has just started the reading: then they may be asked if text may be sent, and other speech is silenced. */
  #begins = true;
  readonly #otherSpeech = new OtherSpeech();
  /** Whether the attempt is silent because other speech is heard. */
  #givesWay = false;
  /** Resolves at the end of a pause. */
  #held: PromiseWithResolvers<void> | null = null;

  /**
   * @param host the playback, which may have stops
   * @param systemCommands carries out what the system does to the sound, and pauses at the stops
   */
  constructor(options: SpeechOptions, host: QuestionHost, systemCommands: SystemCommands) {
    this.#options = options;
    this.#system = systemCommands;
    this.#stops = Stops.of(host);
    this.#utterances = new Utterances(this.#spoken, this.#pauses, this.#stops);
    this.#engines = new EngineChoice(
      () => options.engines?.() ?? [],
      new ListenerConsent(options, host),
      systemCommands,
    );
  }

  /** Finds the engine for a language, BCP 47, so that its code is loaded when it is needed. Loads no voice. */
  async choose(lang: string): Promise<void> {
    const engine = await this.#engines.prepare(lang);
    if (!engine?.timing) return;
    await engine.voices(); // They are known with the times.
    this.#useTiming(engine);
  }

  /** The voices of all engines. */
  voices(): Promise<VoicesOfEngine[]> {
    return this.#engines.voices();
  }

  /** The voices that are offered to the listener, for the article's language. */
  async listedVoices(): Promise<readonly ListedVoice[]> {
    const [{ listVoices }, ofEngines, texts] = await Promise.all([
      import('../speech/listed-voices.js'),
      this.voices(),
      this.#options.voiceTexts?.(),
    ]);
    return texts ? listVoices(ofEngines, this.#options.lang?.() ?? 'de', texts) : [];
  }

  /** Where cues are recorded whose sound has arrived, in seconds at rate 1. */
  buffered(cues: readonly Cue[]): readonly (readonly [start: number, end: number])[] {
    const engine = this.#timed?.engine;
    const ranges: [number, number][] = [];
    for (const [index, cue] of cues.entries()) {
      if (!engine?.isBuffered?.(writtenUtterance(cue), true)) continue;
      const last = ranges.at(-1);
      const end = cues[index + 1]?.startTime ?? cue.endTime;
      if (last?.[1] === cue.startTime) last[1] = end;
      else ranges.push([cue.startTime, end]);
    }
    return ranges;
  }

  /** Gives engines that failed another chance. */
  restore(): void {
    this.#engines.restore();
  }

  set(speech: SpeechSettings): void {
    if (speech.voice !== this.#voice) this.#useTiming(null);
    this.#voice = speech.voice;
    this.#engines.set(speech);
    this.#attempt?.rateChanged();
  }

  /** The length of the silences between paragraphs, as a factor; applies from the next paragraph on. */
  set pauses(pauses: number) {
    if (pauses === this.#pauses) return;
    this.#pauses = pauses;
    this.#speakWith({});
  }

  /**
   * Reads a narration to its end.
   *
   * @param after finds the cue that follows another
   * @throws a SpeechError when no engine is left, a NotAllowedError DOMException, or the signal's reason
   */
  async read(from: Cue, after: After, signal: AbortSignal, events: ReaderEvents): Promise<void> {
    const run = { after, signal, events };
    this.#held = null;
    this.#begins = true;
    await this.#loadLexicon();
    signal.throwIfAborted();
    let silence = 0;
    for (let cue: Cue | undefined = from; cue;) {
      const announce = this.#options.announces?.() ?? false;
      if (announce !== this.#spoken.announce) this.#speakWith({ announce });
      await this.#utterances.prepare(cue, after);
      signal.throwIfAborted();
      await this.#readCue(cue, silence, run);
      await this.#unlessHeld(signal);
      this.#begins = false;
      const next = after(cue);
      const recorded = next && this.#last?.timing?.(writtenUtterance(cue))?.pause;
      silence = recorded ?? pauseBetween(cue, next, this.#pauses);
      if (next) {
        events.onNext(next);
        if (!signal.aborted && this.#stops.reach(cue, next)) this.#system.pause();
      }
      cue = next;
    }
  }

  /** Falls silent within the current cue. */
  pause(): void {
    this.#held ??= Promise.withResolvers();
    this.#givesWay = false;
    this.#attempt?.pause();
  }

  /** Resumes where it was paused. */
  resume(): void {
    this.#held?.resolve();
    this.#held = null;
    if (this.#otherSpeech.heard) this.#otherSpeech.silence();
    this.#attempt?.resume();
  }

  dispose(): void {
    this.#engines.dispose();
  }

  /** Loads the publisher's lexicon, unless it is the same as before. Without it, the text is still read. */
  async #loadLexicon(): Promise<void> {
    const source = this.#options.lexicon?.() ?? null;
    if (source === this.#lexiconSource) return;
    this.#lexiconSource = source;
    const lexicon = await loadLexicon(source).catch((error: unknown) => {
      console.error('The lexicon is not used:', error);
      return undefined;
    });
    this.#speakWith({ lexicon });
  }

  /** Speaks what follows with other options; those that are not given stay. */
  #speakWith(options: SpokenOptions): void {
    this.#spoken = { ...this.#spoken, ...options };
    this.#utterances = new Utterances(this.#spoken, this.#pauses, this.#stops);
  }

  async #readCue(cue: Cue, silence: number, run: Run): Promise<void> {
    const { signal, events } = run;
    let lost: { engine: SpeechEngine; error: SpeechError } | null = null;
    const errors: Error[] = [];
    for (;;) {
      const engine = await this.#find(cue, lost !== null);
      signal.throwIfAborted();
      if (!engine) throw mostTelling([...errors, ...this.#engines.codeErrors]);
      try {
        const waited = await this.#load(engine, cue, run);
        if (engine.covers && !this.#covers(cue)(engine)) continue; // It knows that only now.
        if (!lost && silence > 0) await this.#betweenEngines(engine, silence, signal);
        this.#last = engine;
        if (lost) {
          const [from, to] = [lost.engine.name, engine.name];
          events.onNotice({ kind: 'takeover', from, to, reason: lost.error.reason });
        }
        events.onReady(engine);
        await this.#speak(engine, cue, { silence, waited }, run);
        return;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof DOMException && error.name === 'NotAllowedError') throw error;
        lost = { engine, error: speechErrorOf(error) };
        if (!this.#slow.add(engine, writtenUtterance(cue), lost.error)) {
          this.#engines.drop(engine);
          if (engine === this.#timed?.engine) this.#useTiming(null);
        }
        errors.unshift(lost.error);
        await this.#unlessHeld(signal);
        events.onLost(lost.error);
      }
    }
  }

  async #find(cue: Cue, soon: boolean): Promise<SpeechEngine | null> {
    const covers = this.#covers(cue);
    return (
      (await this.#engines.find(cue.lang, this.#begins, covers, soon)) ??
      (await this.#engines.find(LAST_RESORT, this.#begins, covers, soon))
    );
  }

  /** Uses the times of the cues that an engine knows, or none. */
  #useTiming(engine: SpeechEngine | null): void {
    if (engine !== (this.#timed?.engine ?? null)) {
      const timingOf: TimingOf = (cue) => engine?.timing?.(writtenUtterance(cue)) ?? null;
      this.#timed = engine && { engine, timingOf };
    }
    // Even if they are the same: the narration may be another one.
    this.#options.onTiming?.(this.#timed?.timingOf ?? null);
  }

  /** An engine leaves the silence between its own utterances; between those of a recording and another engine, nobody does. */
  async #betweenEngines(engine: SpeechEngine, silence: number, signal: AbortSignal): Promise<void> {
    const last = this.#last;
    if (!last || last === engine || !('covers' in last || 'covers' in engine)) return;
    await delay((silence * 1000) / engine.rate, signal);
  }

  /** @returns how long that took, in milliseconds */
  async #load(engine: SpeechEngine, cue: Cue, { signal, events }: Run): Promise<number> {
    let noticed = false;
    const began = performance.now();
    await loadEngine(engine, signal, {
      onProgress: (share) => {
        noticed = true;
        events.onNotice({ kind: 'loading', share });
      },
      findSuccessor: () => this.#findSuccessor(engine, cue),
    });
    if (noticed) events.onNotice(null);
    return performance.now() - began;
  }

  /** Speaks a cue's utterances, one after the other. */
  async #speak(
    engine: SpeechEngine,
    cue: Cue,
    { silence, waited }: { silence: number; waited: number },
    run: Run,
  ): Promise<void> {
    const { after, signal, events } = run;
    const spoken = this.#utterances.of(engine, cue, after(cue));
    const only = spoken.utterances.length === 1;
    // An engine that cannot prepare may still speak.
    this.#prepare(engine, cue, run).catch(() => undefined);
    for (const utterance of spoken.utterances) {
      await this.#giveWay(engine, signal);
      const findSuccessor = () => this.#findSuccessor(engine, cue);
      this.#attempt = new Attempt(engine, utterance, findSuccessor, waited);
      const ending = new AbortController();
      if (!usesQueue(engine)) this.#giveWayDuring(this.#attempt, ending.signal);
      const speaking = this.#attempt.speak(silence, {
        signal,
        onStart: (duration) => {
          this.#loadSuccessors(engine, cue.lang);
          if (this.#slow.delete(engine)) events.onNotice(null);
          events.onStart(only ? duration : undefined);
        },
        onWord: (word) => events.onWord(spoken.source(utterance, word)),
      });
      await speaking.finally(() => ending.abort());
    }
  }

  /** Waits for other speech before an utterance. @throws a SpeechError if the engine needs the queue and does not get it */
  async #giveWay(engine: SpeechEngine, signal: AbortSignal): Promise<void> {
    const others = this.#otherSpeech;
    const ofQueue = usesQueue(engine);
    if (!(ofQueue ? others.queued : others.heard)) return;
    const free = this.#begins ? await others.end(signal) : await others.wait(ofQueue, signal);
    await this.#unlessHeld(signal);
    if (ofQueue && !free) throw new SpeechError('busy', 'Other code uses speechSynthesis');
  }

  /** Keeps an attempt silent while other speech is heard, unless the listener has paused it. */
  #giveWayDuring(attempt: Attempt, signal: AbortSignal): void {
    this.#givesWay = false;
    this.#otherSpeech.watch(signal, (heard) => {
      if (this.#held || heard === this.#givesWay) return;
      this.#givesWay = heard;
      if (heard) attempt.pause();
      else attempt.resume();
    });
  }

  /**
   * Names the next utterances to the engine, in a task of its own, so that it does not delay the cue itself. If the next cue is
   * not in the recording that is heard, its engine prepares it.
   */
  async #prepare(engine: SpeechEngine, cue: Cue, { after, signal }: Run): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    if (signal.aborted) return;
    if (engine.timing) this.#useTiming(engine);
    engine.prepare(this.#utterances.ahead(engine, cue, after));
    const next = after(cue);
    if (!next || this.#covers(next)(engine)) return;
    const other = await this.#findSuccessor(engine, next);
    await other?.load(() => undefined);
    if (!signal.aborted) other?.prepare(this.#utterances.of(other, next, after(next)).utterances);
  }

  /** Only once the engine is heard, so that loading its successors does not compete with it. */
  #loadSuccessors(engine: SpeechEngine, lang: string): void {
    if (this.#prepared === engine) return;
    this.#prepared = engine;
    void this.#engines.loadSuccessors(engine, lang).catch(() => undefined);
  }

  async #findSuccessor(engine: SpeechEngine, cue: Cue): Promise<SpeechEngine | null> {
    return (
      (await this.#engines.findSuccessor(engine, cue.lang, this.#covers(cue))) ??
      (await this.#engines.findSuccessor(engine, LAST_RESORT, this.#covers(cue)))
    );
  }

  /** Whether an engine can speak a cue: one that covers some sentences only must cover it, and a slow one must have its sound. */
  #covers(cue: Cue): Covers {
    const utterance = writtenUtterance(cue);
    return (engine) =>
      (engine.covers?.(utterance) ?? true) && this.#slow.canSpeak(engine, utterance);
  }

  /** An utterance may end or fail during a pause; nothing follows it until the listener resumes. */
  async #unlessHeld(signal: AbortSignal): Promise<void> {
    if (this.#held) await unlessAborted(this.#held.promise, signal);
    signal.throwIfAborted();
  }
}

/** The error that helps the listener most: a missing file or a blocked voice, else the first of all engines. */
function mostTelling(errors: readonly Error[]): Error {
  const of = (reason: SpeechError['reason']) =>
    errors.find((error) => (error as Partial<SpeechError>).reason === reason);
  const voiceless = new SpeechError('no-voice', 'No engine has a voice for the language');
  return of('missing') ?? of('blocked') ?? errors[0] ?? voiceless;
}

/** Whether an engine speaks through the queue of `speechSynthesis`, which all code shares. */
function usesQueue({ abilities }: SpeechEngine): boolean {
  return !abilities.mediaElement;
}

function speechErrorOf(error: unknown): SpeechError {
  if (error instanceof SpeechError) return error;
  return new SpeechError('failed', String(error), { cause: error });
}
