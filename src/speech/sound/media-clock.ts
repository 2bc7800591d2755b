/** The steps in which Firefox reports the time, in seconds. */
const STEP = 0.04;

/** If the time is the same for so long, in seconds, the sound stalls. */
const STALL = 0.15;

/**
 * The time of a media element, also between the steps in which the element reports it. The reading that was furthest ahead of the
 * system's clock is the best one, since an element is seldom ahead of its sound: Chromium only when it begins to play.
 */
export class MediaClock {
  readonly #audio: HTMLMediaElement;
  /** The latest reading, in seconds. */
  #reading = NaN;
  /** The sound's time at the origin of the system's clock, by the best reading; null until the time has moved. */
  #origin: number | null = null;

  /** @param signal ends it */
  constructor(audio: HTMLMediaElement, signal: AbortSignal) {
    this.#audio = audio;
    for (const type of ['play', 'playing', 'pause', 'waiting', 'seeking', 'ratechange'])
      audio.addEventListener(type, this.#reset, { signal });
  }

  /** In seconds. */
  get time(): number {
    const { currentTime, playbackRate } = this.#audio;
    const now = (performance.now() / 1000) * playbackRate;
    const hasMoved = currentTime > this.#reading;
    this.#reading = currentTime;
    if (hasMoved || this.#origin !== null)
      this.#origin = Math.max(this.#origin ?? -Infinity, currentTime - now);
    const time = (this.#origin ?? -Infinity) + now;
    if (time - currentTime > STALL) this.#reset();
    const furthest = currentTime + STEP * Math.min(playbackRate, 1);
    return this.#origin === null ? currentTime : Math.min(time, furthest);
  }

  readonly #reset = (): void => {
    this.#reading = NaN;
    this.#origin = null;
  };
}
