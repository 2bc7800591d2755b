import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Voice,
  type Word,
} from '../engine.js';
import { primaryLanguage } from '../voices.js';
import { wordAt, wordsOf } from '../words.js';
import { VoiceList } from './voice-list.js';

/** The silence that a system voice leaves at an utterance's end, in seconds; measured with eSpeak NG and speech-dispatcher. */
const OWN_SILENCE = 0.3;

/** Everything about the utterance being spoken. */
interface Current {
  readonly utterance: Utterance;
  readonly words: readonly Word[];
  readonly options: SpeakOptions;
  /** Where the voice is told to begin, and where it was last known to be: offsets into the text. */
  from: number;
  reached: number;
  /** Kept so that the browser does not collect it as garbage and lose its events: https://crbug.com/509488 */
  spoken?: SpeechSynthesisUtterance;
  settle(error?: Error): void;
}

/** Speaks with the voices that the browser and the system bring: `speechSynthesis` of the Web Speech API. */
export class BrowserEngine implements SpeechEngine {
  readonly name = 'browser';
  readonly abilities = { words: 'some', resumes: 'word', runs: false, seeks: false } as const;
  voice: string | null = null;
  rate = 1;
  volume = 1;
  readonly #synthesis: SpeechSynthesis | undefined;
  readonly #voiceList: VoiceList | undefined;
  #current: Current | null = null;
  #paused = false;
  /** When the silence after the last utterance is over, on performance.now()'s clock. */
  #quietUntil = 0;

  constructor(synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis) {
    this.#synthesis = synthesis;
    this.#voiceList = synthesis && new VoiceList(synthesis);
  }

  async voices(): Promise<readonly Voice[]> {
    return (await this.#voiceList?.all()) ?? [];
  }

  async speaks(lang: string): Promise<boolean> {
    return (await this.#voiceList?.best(lang)) !== undefined;
  }

  async load(): Promise<void> {
    await this.#voiceList?.best('de');
  }

  prepare(): void {
    // System voices take one utterance at a time.
  }

  async speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    document.addEventListener('visibilitychange', this.#onVisibilityChange);
    try {
      const voice = await this.#voiceFor(utterance.lang);
      if (!voice) throw new SpeechError('unavailable', 'There is no voice');
      await silence(this.#quietUntil, options.signal);
      await this.#speak(utterance, options);
      this.#quietUntil = performance.now() + ((utterance.pause - OWN_SILENCE) * 1000) / this.rate;
    } finally {
      document.removeEventListener('visibilitychange', this.#onVisibilityChange);
      this.#current = null;
      this.#paused = false;
    }
  }

  #speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const current: Current = {
        utterance,
        words: wordsOf(utterance.text),
        options,
        from: 0,
        reached: 0,
        settle: (error) => {
          options.signal.removeEventListener('abort', onAbort);
          if (error) reject(error);
          else resolve();
        },
      };
      const onAbort = () => {
        current.spoken = undefined;
        this.#synthesis?.cancel();
        current.settle(options.signal.reason as Error);
      };
      options.signal.addEventListener('abort', onAbort);
      this.#current = current;
      if (!this.#paused) void this.#utter(current);
    });
  }

  /** Hands the text to the browser, from the last position known. */
  async #utter(current: Current): Promise<void> {
    const voice = await this.#voiceFor(current.utterance.lang);
    if (this.#current !== current || this.#paused || !voice) return;
    current.from = current.reached;
    const spoken = new SpeechSynthesisUtterance(current.utterance.text.slice(current.from));
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.rate = this.rate;
    spoken.volume = this.volume;
    const ifCurrent = (act: () => void) => () => {
      if (current.spoken === spoken) act();
    };
    spoken.onstart = ifCurrent(() => current.options.onStart());
    spoken.onend = ifCurrent(() => current.settle());
    spoken.onboundary = (event) => ifCurrent(() => onBoundary(current, event))();
    spoken.onerror = (event) =>
      ifCurrent(() =>
        current.settle(new SpeechError('failed', `speechSynthesis: ${event.error}`)),
      )();
    current.spoken = spoken;
    this.#synthesis?.speak(spoken);
  }

  /**
   * Falls silent by ending the utterance: `speechSynthesis.pause()` does nothing in Firefox with speech-dispatcher, ends
   * the utterance on Android, and in Chromium with speech-dispatcher no sound comes after it any more.
   */
  pause(): void {
    this.#paused = true;
    this.#quietUntil = 0;
    if (!this.#current) return;
    this.#current.spoken = undefined;
    this.#synthesis?.cancel();
  }

  /** Speaks on from the last word known, or from the beginning of the sentence where the voice tells no words. */
  resume(): void {
    this.#paused = false;
    if (this.#current) void this.#utter(this.#current);
  }

  dispose(): void {
    if (this.#current) this.#synthesis?.cancel();
  }

  /** Phones end speech while the page is hidden and say nothing; a page shown again goes on where it was. */
  readonly #onVisibilityChange = (): void => {
    if (document.hidden || this.#paused || !this.#current?.spoken) return;
    if (this.#synthesis?.speaking || this.#synthesis?.pending) return;
    void this.#utter(this.#current);
  };

  async #voiceFor(lang: string): Promise<SpeechSynthesisVoice | undefined> {
    const voices = await this.#voiceList?.all();
    const chosen = voices?.find(({ voiceURI }) => voiceURI === this.voice);
    if (chosen && primaryLanguage(chosen.lang) === primaryLanguage(lang)) return chosen;
    return (await this.#voiceList?.best(lang)) ?? (await this.#voiceList?.best('de'));
  }
}

function onBoundary(current: Current, { name, charIndex }: SpeechSynthesisEvent): void {
  if (name !== 'word') return;
  const word = wordAt(current.words, current.from + charIndex);
  if (!word || word.start < current.reached) return;
  current.reached = word.start;
  current.options.onWord(word);
}

/** Waits for a time on performance.now()'s clock; rejects with the signal's reason when aborted. */
async function silence(until: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const milliseconds = until - performance.now();
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
