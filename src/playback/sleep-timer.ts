import type { Cue } from '../narration/index.js';
import type { Playback } from './playback.js';
import { isReading } from './state.js';

/**
 * Pauses a playback when its `sleep` is due: after a sentence, never in the middle of one, and with its position kept. The
 * minutes go on while it is paused. A stop or the end of the article cancels the timer.
 */
export class SleepTimer {
  readonly #playback: Playback;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the minutes are over and only the current sentence is still read. */
  #due = false;
  #heard: Cue | null = null;
  #dueAt = 0;
  #hasPaused = false;

  constructor(playback: Playback) {
    this.#playback = playback;
    this.#heard = playback.activeCue;
    playback.addEventListener('sleepchange', () => this.#set());
    playback.addEventListener('cuechange', () => this.#onCueChange());
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

  /** Between two sentences there is no active cue: the engine has not begun the next one. */
  #onCueChange(): void {
    const { activeCue, state, sleep } = this.#playback;
    if (activeCue) {
      this.#heard = activeCue;
    } else if (state === 'starting' && (this.#due || (sleep === 'section' && this.#endsSection))) {
      this.#playback.sleep = null;
      this.#hasPaused = true;
      this.#playback.pause();
    }
  }

  /** A heading directly below another one begins no section of its own. */
  get #endsSection(): boolean {
    const heard = this.#heard;
    if (!heard || heard.heading) return false;
    const headings = this.#playback.track?.headings ?? [];
    return headings.some(({ index }) => index === heard.index + 1);
  }

  #onStateChange(): void {
    const { state } = this.#playback;
    if (state !== 'paused') this.#hasPaused = false;
    if (isReading(state) || (state === 'paused' && !this.#due)) return;
    if (!this.#due && !this.#heard) return;
    this.#heard = null;
    this.#playback.sleep = null;
  }
}
