/** A part of a text that is in one language. */
export interface LanguageRun {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
}

/** A text that is spoken in one go, usually a sentence. Engines identify it by the object, not by its text. */
export interface Utterance {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** The same text split by language, if it has more than one. */
  readonly runs?: readonly LanguageRun[];
  /** The silence between this utterance and the next one, in seconds at rate 1. */
  readonly pause: number;
  /** Whether reading pauses after it, as things stand when this is asked: then no sound goes on with the next utterance. */
  readonly stops?: boolean;
  /** The number, from 0, of the sentence that it is, among those of the text that is read. For an engine that has `covers`. */
  readonly index?: number;
}

/** The times of an utterance whose sound exists before it is spoken, in seconds at rate 1. */
export interface Timing {
  readonly duration: number;
  /** The silence after it, which stands for the utterance's `pause`. */
  readonly pause: number;
}

/** A word of an utterance, `[start, end)` of its text in UTF-16 code units. */
export interface Word {
  /** The index of its first code unit. */
  readonly start: number;
  /** The index after its last code unit. */
  readonly end: number;
}

/** A voice that an engine can speak with. */
export interface Voice {
  /** Identifies the voice, also across visits. For a browser's voice, its own `voiceURI`. */
  readonly voiceURI: string;
  /** The name that its vendor gives it. */
  readonly name: string;
  /** BCP 47. */
  readonly lang: string;
  /** Whether it speaks without a network. */
  readonly localService: boolean;
  /** Who receives the texts that it speaks: a host or a company, or `BROWSER_VENDOR`. Undefined if that is the device, or the host of the page. */
  readonly recipient?: string;
  /** Whether it is the default of the browser or the system. */
  readonly default: boolean;
}

/** The recipient of a voice from the internet of which only the browser knows where it comes from. Not a host: it has a space. */
export const BROWSER_VENDOR = 'browser vendor';

/** What an engine can do. The interface shows and offers things accordingly. */
export interface Abilities {
  /** Whether it reports word boundaries: for every word exactly, for some depending on the voice, or for none. */
  readonly words: 'exact' | 'some' | 'none';
  /** Where speech continues after a pause: exactly there, or from the beginning of the word or sentence. */
  readonly resumes: 'exactly' | 'word' | 'sentence';
  /** Whether it speaks each of an utterance's `runs` in the run's own language. */
  readonly runs: boolean;
  /** Whether it knows the duration of an utterance and can start anywhere within it. */
  readonly seeks: boolean;
  /**
   * Whether its sound comes from a media element such as `<audio>`. Browsers connect media keys, the lock screen and
   * headphone buttons to media elements, but not to `speechSynthesis`.
   *
   * @see https://support.mozilla.org/kb/control-audio-or-video-playback-your-keyboard
   */
  readonly mediaElement: boolean;
  /** The lowest and the highest rate of the voice that it would use now, as far as they are known. */
  readonly rates: readonly [lowest: number, highest: number];
}

export interface SpeakOptions {
  /**
   * Aborting it silences the utterance at once; the promise of `speak` then rejects with the signal's reason. After the end, it
   * silences what may follow in the same sound, until the next `speak`.
   */
  readonly signal: AbortSignal;
  /** Where in the utterance to start, in seconds at rate 1. An engine that cannot seek starts at the beginning. */
  readonly from?: number;
  /**
   * Called when the sound begins, and again after every `resume`.
   *
   * @param duration the duration of the whole utterance, in seconds at rate 1, if it is known
   */
  onStart(duration?: number): void;
  /** Called with true when the sound has stalled, because more of it must be fetched, and with false when it goes on. */
  onStall?(stalled: boolean): void;
  /** Called when a word starts to sound. Only for words whose time is known; an engine never guesses. */
  onWord(word: Word): void;
}

/** What the system can ask for by itself, such as with a media key, or by silencing the sound for a call. */
export interface SystemCommands {
  play(): unknown;
  pause(): void;
}

/**
 * Turns utterances into sound. The quirks of a browser, a service or a file format stay behind this port.
 *
 * Every engine keeps these promises, which `test/speech/contract.ts` checks: it makes no sound before `speak`; it calls
 * `onStart` when the sound begins; each `speak` settles once, resolving when the utterance's sound has ended, or rejecting;
 * after an abort it makes no sound and calls no callback.
 */
export interface SpeechEngine {
  /** Its name in the attribute `engines`, by which the interface finds its texts. */
  readonly name: string;
  readonly abilities: Abilities;
  /** The host that every text is sent to; undefined if that depends on the voice, or if texts stay on the device or go to the page's own host. */
  readonly recipient?: string;
  /** Whether text may be sent to a recipient. Never uses a voice with another recipient; with none at all until this is set. */
  allows?: (recipient: string) => boolean;
  /**
   * Whether it has the sound of an utterance; true for any before it is loaded. For an engine that cannot speak any text, such
   * as a recording. It receives each sentence as it is written and in one utterance, and only those that it covers.
   */
  covers?(utterance: Utterance): boolean;
  /** The times of an utterance; null if it does not cover it, or before it is loaded. For an engine that has `covers`. */
  timing?(utterance: Utterance): Timing | null;
  /**
   * Whether so much of an utterance's sound has arrived that it can begin, or go on if it is being spoken. For an engine that has
   * `covers` and fetches its sound: it is relieved soon where that has not arrived, and used again where it has.
   *
   * @param whole whether all of its sound must have arrived
   */
  isBuffered?(utterance: Utterance, whole?: boolean): boolean;
  /** What it says when its voice is tried out; null before it is loaded. For an engine that has `covers`. */
  sample?(): Utterance | null;
  /** The names of the pronunciation rules that it does not need, because it pronounces such text correctly by itself. */
  readonly pronounces?: ReadonlySet<string>;
  /** The speaking rate; 1 is the voice's normal rate. A change applies at once if the engine can change it mid-utterance. */
  rate: number;
  /** From 0 to 1. */
  volume: number;

  /** The `voiceURI` of the preferred voice, used for texts in its language; null to let the engine choose. */
  voice: string | null;

  /**
   * Receives `pause()` when the system has silenced the engine's sound, for example because headphones were unplugged; the
   * engine then is paused as by its own `pause`. Receives `play()` when the system has started the sound again; the engine
   * makes no sound before its `resume` or `speak`. Only engines with a `mediaElement` notice either.
   */
  systemCommands: SystemCommands | null;

  /** The voices known so far. Settles soon, even if a service does not answer. */
  voices(): Promise<readonly Voice[]>;

  /**
   * Whether it can speak a language (BCP 47) on this device, with a voice whose recipient is allowed; false where `voices` lists
   * none for the language.
   */
  speaks(lang: string): Promise<boolean>;

  /**
   * Who would receive texts in a language (BCP 47) if every recipient was allowed. Undefined if they would stay on the
   * device, or if no voice speaks the language. For an engine whose recipient depends on the voice.
   */
  recipientFor?(lang: string): Promise<string | undefined>;

  /**
   * Loads what the engine needs before it can speak. Repeated calls share one attempt; after a failure, the next call
   * tries again.
   *
   * @param onProgress called with the share that has been loaded, 0 to 1
   * @throws a SpeechError
   */
  load(onProgress: (share: number) => void): Promise<void>;

  /** Announces the utterances that will most likely be spoken next, in order, so that the engine can prepare them. */
  prepare(utterances: readonly Utterance[]): void;

  /**
   * Speaks an utterance. If it is called right after the end of another one, that utterance's `pause` comes first.
   *
   * @throws a SpeechError, a NotAllowedError DOMException if the browser requires a user gesture first, or the signal's reason
   */
  speak(utterance: Utterance, options: SpeakOptions): Promise<void>;

  /** Stops the sound at once, even in the middle of an utterance; the promise of `speak` stays pending. */
  pause(): void;

  /** Continues where `pause` stopped, or as closely before that as the engine can. */
  resume(): void;

  /** Stops speaking and releases all resources. The engine cannot be used afterwards. */
  dispose(): void;
}

/** Why an engine could not speak. */
export class SpeechError extends Error {
  override readonly name = 'SpeechError';
  /**
   * `busy`: other code uses the voice and does not let go of it. `missing`: a file is not there, as after a deployment; the page has to be reloaded.
   * `blocked`: the page's policy does not allow it. `no-voice`: there is no voice for the language, which another attempt does not change.
   */
  readonly reason:
    'unavailable' | 'timeout' | 'network' | 'busy' | 'missing' | 'blocked' | 'no-voice' | 'failed';

  constructor(reason: SpeechError['reason'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
