import { isBlocked } from '../../console/policy-violations.js';
import { type SpeakOptions, SpeechError, type SystemCommands, type Utterance } from '../engine.js';
import { unlessAborted } from '../unless-aborted.js';
import type { Sound, TimeSpan } from './sound.js';

/**
 * The rates at which media elements are audible. Beyond them, Firefox mutes the sound.
 *
 * @see https://developer.mozilla.org/docs/Web/API/HTMLMediaElement/playbackRate
 */
export const AUDIBLE_RATES = [0.25, 4] as const;

interface CurrentUtterance {
  readonly span: TimeSpan;
  readonly options: SpeakOptions;
  /** Where its sound starts, or starts again after a pause, in seconds from the beginning of the sound. */
  from: number;
  started: boolean;
  /** The index of the next word to report. */
  nextWord: number;
  settle(error?: unknown): void;
}

/**
 * Plays sounds with known utterance times through one `<audio>` element, utterance by utterance. Between two utterances of the
 * same sound it keeps playing, so the silence between them is part of the sound.
 *
 * It uses `<audio>` although Web Audio starts about 60 ms sooner: the element preserves the pitch at other rates, seeks
 * exactly, supports the lock screen and a phone's mute switch, and recordings can be played in the same way. The system pauses
 * it for a call or when headphones are unplugged: the element then fires `pause`, and nothing else happens.
 */
export class SoundPlayer {
  systemCommands: SystemCommands | null = null;
  readonly #audio = new Audio();
  /** Whether it should be playing. If the element does the opposite, the system has paused or started it. */
  #playing = false;
  #sound: Sound | null = null;
  #current: CurrentUtterance | null = null;
  /** The utterance that was last spoken to its end, until the next one starts. */
  #lastEnded: TimeSpan | null = null;
  readonly #disposing = new AbortController();
  #paused = false;
  #outdated = false;
  #timer = 0;

  constructor() {
    this.#audio.preservesPitch = true;
    for (const type of ['playing', 'seeked', 'ended'])
      this.#audio.addEventListener(type, this.#reportProgress);
    this.#audio.addEventListener('pause', this.#onPause);
    this.#audio.addEventListener('play', this.#onPlay);
    this.#audio.addEventListener('error', () => void this.#fail(this.#audio.error?.message));
  }

  set rate(rate: number) {
    // A new source resets the rate to the default rate.
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
  }

  set volume(volume: number) {
    this.#audio.volume = volume;
  }

  /**
   * Plays an utterance to its end.
   *
   * @param renderSound provides a sound that contains the utterance; called only if the current sound does not
   * @throws the error of `renderSound`, a SpeechError, a NotAllowedError DOMException, or the signal's reason
   */
  async speak(
    utterance: Utterance,
    renderSound: () => Promise<Sound>,
    options: SpeakOptions,
  ): Promise<void> {
    const signal = AbortSignal.any([options.signal, this.#disposing.signal]);
    if (signal.aborted || this.#outdated) this.#silence();
    signal.throwIfAborted();
    signal.addEventListener('abort', this.#silence);
    this.#paused = false;
    try {
      if (this.#outdated || !this.#sound?.timeSpans.has(utterance)) {
        const sound = await unlessAborted(renderSound(), signal);
        await unlessAborted(this.#untilSilenceEnds(), signal);
        this.#open(sound);
      }
      const span = this.#sound?.timeSpans.get(utterance);
      if (!span) throw new SpeechError('failed', 'The sound does not contain the utterance');
      await this.#play(span, { ...options, signal });
    } finally {
      signal.removeEventListener('abort', this.#silence);
    }
  }

  pause(): void {
    this.#paused = true;
    clearTimeout(this.#timer);
    this.#silence();
    if (this.#current) this.#current.started = false;
  }

  resume(): void {
    this.#paused = false;
    if (this.#current) this.#start(this.#current);
  }

  /** Marks the current sound as outdated, as after a change of the voice: the next utterance requires a new one. */
  invalidateSound(): void {
    this.#outdated = true;
  }

  dispose(): void {
    this.systemCommands = null;
    this.#disposing.abort(new SpeechError('unavailable', 'The engine was disposed'));
    clearTimeout(this.#timer);
    this.#silence();
    this.#open(null);
    this.#audio.load(); // Without a source, it releases the last one.
  }

  #open(sound: Sound | null): void {
    URL.revokeObjectURL(this.#audio.src);
    this.#sound = sound;
    this.#playing = this.#outdated = false;
    if (sound) this.#audio.src = URL.createObjectURL(sound.file);
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
          this.#lastEnded = error ? null : span;
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
      if (!this.#paused) this.#start(this.#current);
    });
  }

  readonly #silence = (): void => {
    this.#playing = false;
    this.#audio.pause();
  };

  /** Events arrive late: an element that was paused and started again since is not paused now. */
  readonly #onPause = (): void => {
    if (!this.#playing || !this.#audio.paused) return;
    this.#playing = false;
    if (this.#audio.ended) return;
    this.pause();
    this.systemCommands?.pause();
  };

  readonly #onPlay = (): void => {
    if (this.#playing || this.#audio.paused) return;
    this.#silence();
    this.systemCommands?.play();
  };

  #start(current: CurrentUtterance): void {
    this.#playing = true;
    current.from = Math.max(current.from, this.#audio.currentTime);
    this.#audio.play().catch((error: unknown) => {
      // A pause or a new source interrupts play(), which is not an error.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      if (error instanceof DOMException && error.name === 'NotAllowedError')
        this.#current?.settle(error);
      else void this.#fail(String(error));
    });
  }

  async #fail(message = 'unknown'): Promise<void> {
    const current = this.#current;
    const { src } = this.#audio;
    const blocked = src && (await isBlocked('media-src', new URL(src)));
    if (!current || current !== this.#current) return;
    const reason = blocked ? 'blocked' : 'failed';
    current.settle(new SpeechError(reason, `The rendered sound cannot be played: ${message}`));
  }

  /** Whether the sound is playing the silence right before a span, so that it only has to keep playing. */
  #isNext(span: TimeSpan): boolean {
    if (!this.#lastEnded || this.#audio.paused || this.#audio.ended) return false;
    return this.#spanAfter(this.#lastEnded) === span;
  }

  #spanAfter(span: TimeSpan): TimeSpan | undefined {
    const spans = [...(this.#sound?.timeSpans.values() ?? [])];
    return spans[spans.indexOf(span) + 1];
  }

  /** Resolves when the silence after the last utterance has ended. */
  async #untilSilenceEnds(): Promise<void> {
    if (!this.#sound || this.#audio.paused || this.#audio.ended) return;
    await new Promise((resolve) => this.#audio.addEventListener('pause', resolve, { once: true }));
  }

  /** Reports the starts and ends that have passed, and calls itself again when the next one is due. */
  readonly #reportProgress = (): void => {
    clearTimeout(this.#timer);
    const current = this.#current;
    if (!current || this.#audio.seeking || (this.#audio.paused && !this.#audio.ended)) return;
    const { span, options, from } = current;
    const time = this.#audio.ended ? Infinity : this.#audio.currentTime;

    // Firefox is "playing" up to 0.3 s before the first sample is heard; until then, the time stands still.
    if (!current.started && time <= from) return this.#when(from, time, this.#reportProgress);
    if (!current.started) {
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
      // It pauses before its next utterance, unless that is requested during the silence.
      const next = this.#spanAfter(span);
      if (next) this.#when(next.start, time, this.#silence);
      return;
    }
    if (this.#current !== current) return;
    this.#when(word ? span.start + word.time : span.end, time, this.#reportProgress);
  };

  /** Does something when the sound has come to a time from another, both in seconds. */
  #when(due: number, time: number, act: () => void): void {
    this.#timer = window.setTimeout(act, ((due - time) * 1000) / this.#audio.playbackRate);
  }
}
