import { type SpeakOptions, SpeechError, type Utterance } from '../engine.js';
import { unlessAborted } from '../unless-aborted.js';
import type { Sound, TimeSpan } from './sound.js';

/**
 * The rates at which a browser's media element is heard: beyond, Firefox plays on in silence.
 *
 * @see https://developer.mozilla.org/docs/Web/API/HTMLMediaElement/playbackRate
 */
export const AUDIBLE_RATES = [0.25, 4] as const;

interface CurrentUtterance {
  readonly span: TimeSpan;
  readonly options: SpeakOptions;
  /** Where it is heard from, in seconds from the sound's beginning. */
  readonly from: number;
  started: boolean;
  /** Index of the next word to be told. */
  nextWord: number;
  settle(error?: unknown): void;
}

/**
 * Plays sounds whose times are known through one `<audio>` element, utterance by utterance. From an utterance to the next
 * one in the same sound it simply plays on, so the silence between them is the sound's own.
 *
 * An `<audio>` and not Web Audio, though that starts about 60 ms sooner: speed with the pitch kept, exact seeking, the lock
 * screen and a phone's mute switch come with the element, and recordings are played in the same way.
 */
export class SoundPlayer {
  readonly #audio = new Audio();
  #sound: Sound | null = null;
  #current: CurrentUtterance | null = null;
  /** What was heard to its end and not followed by anything yet. */
  #lastHeard: TimeSpan | null = null;
  #paused = false;
  #discarded = false;
  #timer = 0;

  constructor() {
    this.#audio.preservesPitch = true;
    for (const type of ['playing', 'seeked', 'ended'])
      this.#audio.addEventListener(type, this.#reportProgress);
    this.#audio.addEventListener('error', () => this.#fail(this.#audio.error?.message));
  }

  set rate(rate: number) {
    // A new source falls back to the default rate.
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  set volume(volume: number) {
    this.#audio.volume = volume;
  }

  /**
   * Plays an utterance to its end.
   *
   * @param renderSound finds the sound that holds it; asked only when the one in place does not
   * @throws what `soundWith` throws, a SpeechError, a NotAllowedError DOMException, or the signal's reason
   */
  async speak(
    utterance: Utterance,
    renderSound: () => Promise<Sound>,
    options: SpeakOptions,
  ): Promise<void> {
    const { signal } = options;
    const stop = () => this.#audio.pause();
    if (signal.aborted) stop();
    signal.throwIfAborted();
    signal.addEventListener('abort', stop);
    if (this.#discarded) this.#audio.pause();
    try {
      if (this.#discarded || !this.#sound?.timeSpans.has(utterance)) {
        const sound = await unlessAborted(renderSound(), signal);
        await unlessAborted(this.#untilSilenceEnds(), signal);
        this.#open(sound);
      }
      const span = this.#sound?.timeSpans.get(utterance);
      if (!span) throw new SpeechError('failed', 'The sound does not hold the utterance');
      await this.#play(span, options);
    } finally {
      signal.removeEventListener('abort', stop);
      this.#paused = false;
    }
  }

  pause(): void {
    this.#paused = true;
    clearTimeout(this.#timer);
    this.#audio.pause();
    if (this.#current) this.#current.started = false;
  }

  resume(): void {
    this.#paused = false;
    if (this.#current) this.#start();
  }

  /** Forgets the sound in place: what is spoken next is asked for anew, as after a change of the voice. */
  discardSound(): void {
    this.#discarded = true;
  }

  dispose(): void {
    this.#audio.pause();
    this.#open(null);
  }

  #open(sound: Sound | null): void {
    if (this.#sound) URL.revokeObjectURL(this.#sound.url);
    this.#sound = sound;
    this.#discarded = false;
    if (sound) this.#audio.src = sound.url;
    else this.#audio.removeAttribute('src');
  }

  #play(span: TimeSpan, options: SpeakOptions): Promise<void> {
    return new Promise((resolve, reject) => {
      const { signal, from = 0 } = options;
      const onAbort = () => this.#current?.settle(signal.reason);
      this.#current = {
        span,
        options,
        from: Math.min(span.start + from, span.end),
        started: false,
        nextWord: span.words.filter(({ time }) => time < from).length,
        settle: (error) => {
          clearTimeout(this.#timer);
          signal.removeEventListener('abort', onAbort);
          this.#current = null;
          this.#lastHeard = error ? null : span;
          if (error) reject(error);
          else resolve();
        },
      };
      signal.addEventListener('abort', onAbort);
      clearTimeout(this.#timer);
      if (from === 0 && this.#isNext(span)) {
        this.#reportProgress();
        return;
      }
      this.#audio.currentTime = this.#current.from;
      if (!this.#paused) this.#start();
    });
  }

  #start(): void {
    this.#audio.play().catch((error: unknown) => {
      // A pause or a new source interrupts play(); that is no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      if (error instanceof DOMException && error.name === 'NotAllowedError')
        this.#current?.settle(error);
      else this.#fail(String(error));
    });
  }

  #fail(message = 'unknown'): void {
    this.#current?.settle(
      new SpeechError('failed', `The rendered sound cannot be played: ${message}`),
    );
  }

  /** Whether the sound is in the silence right before a span, so that playing on leads there. */
  #isNext(span: TimeSpan): boolean {
    if (!this.#lastHeard || this.#audio.paused || this.#audio.ended) return false;
    return this.#spanAfter(this.#lastHeard) === span;
  }

  #spanAfter(span: TimeSpan): TimeSpan | undefined {
    const spans = [...(this.#sound?.timeSpans.values() ?? [])];
    return spans[spans.indexOf(span) + 1];
  }

  /** Settles when the silence after what was heard last is over. */
  async #untilSilenceEnds(): Promise<void> {
    if (!this.#sound || this.#audio.paused || this.#audio.ended) return;
    await new Promise((resolve) => this.#audio.addEventListener('pause', resolve, { once: true }));
  }

  /** The next utterance of the sound is not heard unless it is asked for before the silence is over. */
  #stopBefore(next: TimeSpan, time: number): void {
    this.#timer = window.setTimeout(
      () => this.#audio.pause(),
      ((next.start - time) * 1000) / this.#audio.playbackRate,
    );
  }

  /** Tells what has begun or ended by now, and looks again when the next thing is due. */
  readonly #reportProgress = (): void => {
    clearTimeout(this.#timer);
    const current = this.#current;
    if (!current || this.#audio.seeking || (this.#audio.paused && !this.#audio.ended)) return;
    const { span, options, from } = current;
    const time = this.#audio.ended ? Infinity : this.#audio.currentTime;

    if (!current.started && time >= from) {
      current.started = true;
      options.onStart(span.end - span.start);
    }
    let word = span.words[current.nextWord];
    for (; word && span.start + word.time <= time; word = span.words[++current.nextWord]) {
      const next = span.words[current.nextWord + 1];
      if (!next || span.start + next.time > time) options.onWord(word);
    }
    if (time >= span.end) {
      current.settle();
      const next = this.#spanAfter(span);
      if (next) this.#stopBefore(next, time);
      return;
    }
    if (this.#current !== current) return;
    const due = time < from ? from : word ? span.start + word.time : span.end;
    this.#timer = window.setTimeout(
      this.#reportProgress,
      ((due - time) * 1000) / this.#audio.playbackRate,
    );
  };
}
