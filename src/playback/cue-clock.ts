/** How often it ticks, in milliseconds. */
const TICK = 250;

/** Measures how much of the cue under the playhead has been heard, in seconds at rate 1. */
export class CueClock {
  readonly #onTick: () => void;
  #heard = 0;
  #rate = 1;
  /** Since when it runs, on the clock of `performance.now()`; null while it is stopped. */
  #since: number | null = null;
  #ticker = 0;

  /** @param onTick called four times a second while it runs */
  constructor(onTick: () => void) {
    this.#onTick = onTick;
  }

  get heard(): number {
    if (this.#since === null) return this.#heard;
    return this.#heard + ((performance.now() - this.#since) / 1000) * this.#rate;
  }

  set rate(rate: number) {
    this.#heard = this.heard;
    if (this.#since !== null) this.#since = performance.now();
    this.#rate = rate;
  }

  start(): void {
    this.stop();
    this.#since = performance.now();
    this.#ticker = window.setInterval(this.#onTick, TICK);
  }

  stop(): void {
    this.#heard = this.heard;
    this.#since = null;
    clearInterval(this.#ticker);
  }

  /** Stops at the beginning of a cue. */
  reset(): void {
    this.stop();
    this.#heard = 0;
  }
}
