import type { Cue } from '../narration/index.js';
import type { Playback } from './playback.js';
import { isReading } from './state.js';
import { type Stop, Stops } from './stops.js';

/**
 * Pauses a playback when its `sleep` is due: after a sentence, never in the middle of one, and with its position kept. The
 * minutes go on while it is paused. A stop or the end of the article cancels the timer.
 */
export class SleepTimer implements Stop {
  readonly #playback: Playback;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the minutes are over and only the current sentence is still read. */
  #due = false;
  #hasRead = false;
  #dueAt = 0;
  #hasPaused = false;

  constructor(playback: Playback) {
    this.#playback = playback;
    this.#hasRead = playback.activeCue !== null;
    Stops.of(playback).sleep = this;
    playback.addEventListener('sleepchange', () => this.#set());
    playback.addEventListener('statechange', () => this.#onStateChange());
    this.#set();
  }

  /** Whether it has paused the reading, and the reading has not been resumed. */
  get hasPaused(): boolean {
    return this.#hasPaused;
  }

  /** The milliseconds left; 0 while only the current sentence is still read. Meaningless unless minutes were chosen. */
  get left(): number {
    return Math.max(0, this.#dueAt - Date.now());
  }

  /** A heading directly below another one begins no section of its own. */
  isBetween(cue: Cue, next: Cue): boolean {
    return this.#due || (this.#playback.sleep === 'section' && !cue.heading && next.heading);
  }

  onReached(): void {
    this.#playback.sleep = null;
    this.#hasPaused = true;
  }

  #set(): void {
    const { sleep } = this.#playback;
    clearTimeout(this.#timer);
    this.#due = false;
    if (typeof sleep !== 'number') return;
    this.#dueAt = Date.now() + sleep * 60_000;
    this.#timer = setTimeout(() => {
      this.#due = true;
      this.#onStateChange();
    }, sleep * 60_000);
  }

  #onStateChange(): void {
    const { state } = this.#playback;
    if (state !== 'paused') this.#hasPaused = false;
    if (state === 'speaking') this.#hasRead = true;
    if (isReading(state) || (state === 'paused' && !this.#due)) return;
    if (!this.#due && !this.#hasRead) return;
    this.#hasRead = false;
    this.#playback.sleep = null;
  }
}
