import { isBlocked } from '../../console/policy-violations.js';
import { type SpeakOptions, SpeechError, type SystemCommands, type Utterance } from '../engine.js';
import { unlessAborted } from '../unless-aborted.js';
import { MediaClock } from './media-clock.js';
import type { Sound, TimeSpan } from './sound.js';

/**
 * The rates at which media elements are audible. Beyond them, Firefox mutes the sound.
 *
 * @see https://developer.mozilla.org/docs/Web/API/HTMLMediaElement/playbackRate
 */
export const AUDIBLE_RATES = [0.25, 4] as const;

/** How long before the end of an utterance a sound may end, in seconds; if it ends sooner, a part of it is missing. */
const MISSING = 0.5;

/** How long a sound may stall while more of it is fetched, in milliseconds. */
const STALL_TIMEOUT = 2000;

interface CurrentUtterance {
  readonly span: TimeSpan;
  readonly options: SpeakOptions;
  /** Where its sound starts, or starts again after a pause, in seconds from the beginning of the sound. */
  from: number;
  started: boolean;
  /** Whether the sound waits for more of it. */
  stalled: boolean;
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
  readonly #audio: HTMLAudioElement;
  readonly #clock: MediaClock;
  /** Whether it should be playing. If the element does the opposite, the system has paused or started it. */
  #playing = false;
  #sound: Sound | null = null;
  #current: CurrentUtterance | null = null;
  /** The utterance that was last spoken to its end, until the next one starts. */
  #lastEnded: TimeSpan | null = null;
  readonly #disposing = new AbortController();
  /** Of the last utterance. Aborting it also ends the silence after that. */
  #signal: AbortSignal | null = null;
  #paused = false;
  #outdated = false;
  #timer = 0;
  #stallTimer = 0;
  /** Whether the element cannot play any of its sources. */
  #broken = false;

  /** @param audio the element that plays; one of the page keeps its own source */
  constructor(audio = new Audio()) {
    this.#audio = audio;
    audio.preservesPitch = true;
    const { signal } = this.#disposing;
    this.#clock = new MediaClock(audio, signal);
    const on = (type: string, listener: () => void) =>
      audio.addEventListener(type, listener, { signal, capture: true });
    for (const type of ['playing', 'seeked', 'ended']) on(type, this.#reportProgress);
    on('pause', this.#onPause);
    on('play', this.#onPlay);
    on('error', this.#onError); // Those of its `<source>` elements do not bubble.
    on('loadstart', () => (this.#broken = false));
    on('waiting', this.#onWaiting);
    on('playing', this.#onPlaying);
    for (const type of ['playing', 'pause']) on(type, () => clearTimeout(this.#stallTimer));
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
    this.#signal?.removeEventListener('abort', this.#silence);
    this.#signal = signal;
    signal.addEventListener('abort', this.#silence);
    this.#paused = false;
    if (this.#outdated || !this.#sound?.timeSpans.has(utterance)) {
      const sound = await unlessAborted(renderSound(), signal);
      await unlessAborted(this.#untilSilenceEnds(), signal);
      this.#open(sound);
    }
    const span = this.#sound?.timeSpans.get(utterance);
    if (!span) throw new SpeechError('failed', 'The sound does not contain the utterance');
    if (!options.from && this.#lastEnded && !this.#isNext(span))
      await unlessAborted(this.#untilSilenceEnds(), signal);
    await this.#play(span, { ...options, signal });
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
    clearTimeout(this.#stallTimer);
    this.#silence();
    const hasFile = this.#sound?.file;
    this.#open(null);
    if (hasFile) this.#audio.load(); // Without a source, it releases the last one.
  }

  #open(sound: Sound | null): void {
    if (this.#sound?.file) URL.revokeObjectURL(this.#audio.src);
    if (sound?.file) this.#audio.src = URL.createObjectURL(sound.file);
    else if (this.#sound?.file) this.#audio.removeAttribute('src');
    this.#sound = sound;
    this.#playing = this.#outdated = false;
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
        stalled: false,
        nextWord: span.words.filter(({ time }) => time < from).length,
        settle: (error) => {
          clearTimeout(this.#timer);
          clearTimeout(this.#stallTimer);
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
      if (this.#audio.currentTime !== this.#current.from)
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

  readonly #onWaiting = (): void => {
    const current = this.#current;
    if (!this.#playing || !current?.started) return;
    current.stalled = true;
    current.options.onStall?.(true);
    clearTimeout(this.#stallTimer);
    this.#stallTimer = window.setTimeout(() => void this.#fail('it stalls'), STALL_TIMEOUT);
  };

  readonly #onPlaying = (): void => {
    const current = this.#current;
    if (!current?.stalled) return;
    current.stalled = false;
    current.options.onStall?.(false);
  };

  readonly #onError = (): void => {
    const { error, networkState } = this.#audio;
    if (!error && networkState !== HTMLMediaElement.NETWORK_NO_SOURCE) return; // It tries the next source.
    this.#broken = true;
    void this.#fail(error?.message);
  };

  #start(current: CurrentUtterance): void {
    if (this.#broken) {
      void this.#fail(this.#audio.error?.message);
      return;
    }
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
    const urls = [this.#audio, ...this.#audio.querySelectorAll('source')].map(({ src }) => src);
    const blocked = await Promise.all(
      urls.filter(Boolean).map((url) => isBlocked('media-src', new URL(url))),
    );
    if (!current || current !== this.#current) return;
    this.#silence();
    const reason = blocked.includes(true) ? 'blocked' : 'failed';
    current.settle(new SpeechError(reason, `The sound cannot be played: ${message}`));
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
    const current = this.#current;
    if (!current || this.#audio.seeking || (this.#audio.paused && !this.#audio.ended)) return;
    clearTimeout(this.#timer); // Not in the silence after an utterance, which a late event must not prolong.
    const { span, options, from } = current;
    const time = this.#audio.ended ? Infinity : this.#clock.time;

    if (this.#audio.ended && this.#audio.currentTime < span.end - MISSING) {
      current.settle(new SpeechError('failed', 'The end of the sound is missing'));
      return;
    }

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
      else if (!this.#sound?.file) this.#silence(); // A recording may go on with what is no part of the text.
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
