/** A stretch of a text in one language. */
export interface LanguageRun {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** One stretch of text that is spoken as one: a sentence, as a rule. Engines know it by its identity. */
export interface Utterance {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** The same text, one language a run, where it has several. */
  readonly runs?: readonly LanguageRun[];
  /** The silence that the text asks for after it, before the next one, in seconds at rate 1. */
  readonly pause: number;
}

/** A word of an utterance, `[start, end)` of its text in UTF-16 code units. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** A voice that an engine can speak with. */
export interface Voice {
  /** What it is chosen by, and found again by on another day; a browser's own `voiceURI`. */
  readonly voiceURI: string;
  /** Its name as its maker gives it. */
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
  /** Whether it speaks without a network. */
  readonly localService: boolean;
  /** Whether it is what the browser or the system would choose. */
  readonly default: boolean;
}

/** What an engine can do; what is shown to a listener depends on it. */
export interface Abilities {
  /** Whether it tells when a word is heard: exactly of each, of some as its voices go, or never. */
  readonly words: 'exact' | 'some' | 'none';
  /** Where it goes on after a pause. */
  readonly resumes: 'exactly' | 'word' | 'sentence';
  /** Whether it speaks each of an utterance's `runs` in its language. */
  readonly runs: boolean;
  /** Whether it knows how long an utterance takes, and can begin anywhere in it. */
  readonly seeks: boolean;
  /**
   * Whether its sound comes from a media element, such as an `<audio>`. Browsers offer media keys, the lock screen and the
   * keys of headphones for media elements, and not for `speechSynthesis`.
   *
   * @see https://support.mozilla.org/kb/control-audio-or-video-playback-your-keyboard
   */
  readonly mediaElement: boolean;
  /** The lowest and the highest rate of the voice that it would speak with now, as far as they are known. */
  readonly rates: readonly [lowest: number, highest: number];
}

export interface SpeakOptions {
  /** Aborting it silences the utterance at once; the promise of `speak` then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Where it begins in the utterance, in seconds at rate 1; at its beginning by an engine that cannot seek. */
  readonly from?: number;
  /**
   * Called each time its sound begins: once, and once more after every `resume`.
   *
   * @param duration how long the whole utterance takes, in seconds at rate 1, where that is known
   */
  onStart(duration?: number): void;
  /** Called when a word begins to be heard. Only for words whose time is known, never for a guess. */
  onWord(word: Word): void;
}

/**
 * What turns utterances into sound. Every quirk of a browser, a service or a file is hidden behind this port.
 *
 * Promises of every engine: nothing sounds before `speak`; `onStart` comes when sound begins; each `speak` settles once,
 * by resolving when the utterance's sound has ended, or by rejecting; after an abort nothing more is heard or called.
 */
export interface SpeechEngine {
  readonly name: string;
  readonly abilities: Abilities;
  /** The host that every text is sent to; undefined where texts stay on the device. */
  readonly recipient?: string;
  /** The names of pronunciation rules that it needs no help with. */
  readonly pronounces?: ReadonlySet<string>;
  /** How fast it speaks: 1 is the voice's own pace. Holds from now on, in the middle of an utterance where it can. */
  rate: number;
  /** How loud it is, 0 to 1. */
  volume: number;

  /** The `voiceURI` of the voice to speak with wherever that speaks the language; null to leave it to the engine. */
  voice: string | null;

  /** Its voices, as far as they are known by now; settles soon, also where a service does not answer. */
  voices(): Promise<readonly Voice[]>;

  /** Whether it can speak a language, BCP 47, on this machine. */
  speaks(lang: string): Promise<boolean>;

  /**
   * Fetches what must be there before the first word. Repeated calls share one effort; after a failure the next call
   * tries again.
   *
   * @param onProgress called with the share that has arrived, 0 to 1
   * @throws a SpeechError
   */
  load(onProgress: (share: number) => void): Promise<void>;

  /** Names the utterances that will most likely be spoken next, in order, so that they are ready in time. */
  prepare(utterances: readonly Utterance[]): void;

  /**
   * Speaks an utterance. When it follows right after another's end, the silence which that one asks for stands between.
   *
   * @throws a SpeechError, a NotAllowedError DOMException where the browser demands a gesture first, or the signal's reason
   */
  speak(utterance: Utterance, options: SpeakOptions): Promise<void>;

  /** Falls silent at once, in the middle of an utterance; `speak` stays pending. */
  pause(): void;

  /** Goes on where `pause` stopped, or as near before it as the engine can. */
  resume(): void;

  /** Gives back what it holds. It is not used afterwards. */
  dispose(): void;
}

/** Why an engine could not speak. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';
  readonly reason: 'unavailable' | 'timeout' | 'network' | 'failed';

  constructor(reason: SpeechError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
