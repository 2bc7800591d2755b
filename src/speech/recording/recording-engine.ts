import { report } from '../../console/report.js';
import type { Recording } from '../../recording/recording.js';
import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Timing,
  type Utterance,
  type Voice,
} from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { SoundEngine } from '../sound/sound-engine.js';
import { AUDIBLE_RATES } from '../sound/sound-player.js';
import { RecordedSentences } from './recorded-sentences.js';
import { recordingFile, type RecordingFile } from './recording-file.js';

/** How long its list of voices may wait for the file, in milliseconds. */
const ANSWER_TIMEOUT = 2000;

/** The least duration of the sentence with which the recording is tried out, in seconds. */
const SAMPLE_DURATION = 2;

/** How much of a sentence must have arrived, in seconds, and how exactly browsers know that. */
const ENOUGH = 2;
const INEXACT = 0.1;

/** The same in every article, so that a listener who has chosen it hears every article's recording. */
const VOICE_URI = 'vorleser:recording';

/** The elements that an engine plays with. Another one, such as that of a preview, takes a copy. */
const inUse = new WeakSet<HTMLAudioElement>();

/**
 * Plays the recording of an article with the page's own `<audio>`, sentence by sentence: the times of the sentences come
 * from its track. Sentences that are not in the recording, because they were changed since, are left to other engines.
 */
export class RecordingEngine extends SoundEngine implements SpeechEngine {
  readonly name = 'recording';
  readonly abilities = {
    words: 'some',
    resumes: 'exactly',
    runs: true,
    seeks: true,
    mediaElement: true,
    rates: AUDIBLE_RATES,
  } as const;
  voice: string | null = null;
  readonly #audio: HTMLAudioElement;
  readonly #file: RecordingFile;
  #sentences: RecordedSentences | null = null;
  #sample: Utterance | null = null;
  #disposed = false;

  /** @param audio with a `<track kind="metadata">`; begins to read that, but loads no sound */
  constructor(audio: HTMLAudioElement) {
    const own = inUse.has(audio) ? (audio.cloneNode(true) as HTMLAudioElement) : audio;
    super(own);
    this.#file = recordingFile(audio);
    this.#audio = own;
    inUse.add(own);
    this.#file.read().catch(() => undefined); // load() tries again and reports it.
  }

  async voices(): Promise<readonly Voice[]> {
    const late = new Promise<boolean>((resolve) => setTimeout(resolve, ANSWER_TIMEOUT, true));
    const read = this.#file.read().then(
      () => true,
      () => false,
    );
    return (await Promise.race([read, late])) ? [this.#voice] : [];
  }

  async speaks(lang: string): Promise<boolean> {
    const [voice] = await this.voices();
    return voice !== undefined && primaryLanguage(voice.lang) === primaryLanguage(lang);
  }

  /** Loads the times of the sentences. The sound is loaded once it is played, and as the page's `preload` says. */
  async load(): Promise<void> {
    if (this.#disposed) throw new SpeechError('unavailable', 'The engine was disposed');
    if (this.#sentences) return;
    this.#retrySound();
    const recording = await this.#file.read();
    this.#sentences ??= this.#sentencesOf(recording);
  }

  covers(utterance: Utterance): boolean {
    if (!this.#sentences || utterance === this.#sample) return true;
    const span = this.#sentences.get(utterance);
    const { duration } = this.#audio;
    return span !== undefined && !(span.start >= duration);
  }

  isBuffered(utterance: Utterance, whole = false): boolean {
    const span = this.#sentences?.get(utterance);
    const { buffered, currentTime, error } = this.#audio;
    if (!span || error) return false;
    const isWithin = currentTime > span.start && currentTime < span.end;
    const from = isWithin && !whole ? currentTime : span.start;
    const to = Math.min(whole ? Infinity : from + ENOUGH, span.end - INEXACT);
    return Array.from({ length: buffered.length }, (_, index) => index).some(
      (index) => buffered.start(index) <= from + INEXACT && buffered.end(index) >= to,
    );
  }

  timing(utterance: Utterance): Timing | null {
    return this.#sentences?.timing(utterance) ?? null;
  }

  sample(): Utterance | null {
    return this.#sample;
  }

  prepare(): void {
    // The browser loads the sound ahead by itself.
  }

  async speak(utterance: Utterance, options: SpeakOptions): Promise<void> {
    const sentences = this.#sentences;
    if (!sentences) throw new SpeechError('unavailable', 'The recording is not loaded');
    const sound = { timeSpans: sentences };
    await this.player.speak(utterance, () => Promise.resolve(sound), options);
  }

  /** The element stays as it is, for another engine. */
  dispose(): void {
    this.#disposed = true;
    this.player.dispose();
    inUse.delete(this.#audio);
  }

  /** The language of the recording, BCP 47: as the file says, or the page around the element; German where neither does. */
  get #lang(): string {
    const { lang } = this.#file.details;
    return lang ?? (this.#audio.closest<HTMLElement>('[lang]')?.lang || 'de');
  }

  get #voice(): Voice {
    const { readBy } = this.#file.details;
    const lang = this.#lang;
    // Voices whose name is that of their language are shown with its name in the listener's language.
    const name = readBy ?? new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang;
    return { voiceURI: VOICE_URI, name, lang, localService: false, default: true };
  }

  /** Lets the browser try its sources again if none of them could be played. */
  #retrySound(): void {
    const { error, networkState } = this.#audio;
    if (error || networkState === HTMLMediaElement.NETWORK_NO_SOURCE) this.#audio.load();
  }

  #sentencesOf({ sentences }: Recording): RecordedSentences {
    const recorded = new RecordedSentences(sentences);
    if (recorded.size === 0) {
      report('the recording is not used: its track has no sentences');
      throw new SpeechError('failed', 'The recording has no sentences');
    }
    const [first] = sentences;
    const { text, index } =
      sentences.find((each) => each.text && each.end - each.start >= SAMPLE_DURATION) ??
      first ??
      {};
    if (text) this.#sample = { text, lang: this.#lang, pause: 0, index };
    return recorded;
  }
}
