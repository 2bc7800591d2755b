import type { Cue } from '../narration/index.js';
import type { Playback } from './playback.js';
import { isReading } from './state.js';

/** When reading pauses by itself: at the end of the section, or some minutes after that was chosen; null for never. */
export type Sleep = 'section' | number | null;

/**
 * Pauses a playback when it is to sleep: after a sentence, never in the middle of one, and with its place kept. Minutes count on
 * while it is paused; time that the machine slept need not. A stop or the end of the article takes the wish back.
 */
export class SleepTimer {
  readonly #playback: Playback;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the minutes are over, and only the sentence is read to its end. */
  #over = false;
  #heard: Cue | null = null;
  #due = 0;
  #hasPaused = false;

  constructor(playback: Playback) {
    this.#playback = playback;
    playback.addEventListener('sleepchange', () => this.#set());
    playback.addEventListener('cuechange', () => this.#onCueChange());
    playback.addEventListener('statechange', () => this.#onStateChange());
    this.#set();
  }

  /** Whether it has paused the reading, which has not gone on since. */
  get hasPaused(): boolean {
    return this.#hasPaused;
  }

  /** The milliseconds that are left; 0 where only the sentence is read to its end. Meaningless where no minutes were chosen. */
  get left(): number {
    return Math.max(0, this.#due - Date.now());
  }

  #set(): void {
    const { sleep } = this.#playback;
    clearTimeout(this.#timer);
    this.#over = false;
    if (typeof sleep !== 'number') return;
    this.#due = Date.now() + sleep * 60_000;
    this.#timer = setTimeout(() => {
      this.#over = true;
      this.#onStateChange();
    }, sleep * 60_000);
  }

  /** Between two sentences there is no active cue, and an engine has yet to begin with the next one. */
  #onCueChange(): void {
    const { activeCue, state, sleep } = this.#playback;
    if (activeCue) {
      this.#heard = activeCue;
    } else if (state === 'starting' && (this.#over || (sleep === 'section' && this.#endsSection))) {
      this.#playback.sleep = null;
      this.#hasPaused = true;
      this.#playback.pause();
    }
  }

  /** A heading right under another one begins no section of its own. */
  get #endsSection(): boolean {
    const heard = this.#heard;
    if (!heard || heard.heading) return false;
    return this.#playback.headings.some(({ index }) => index === heard.index + 1);
  }

  #onStateChange(): void {
    const { state } = this.#playback;
    if (state !== 'paused') this.#hasPaused = false;
    if (isReading(state) || (state === 'paused' && !this.#over)) return;
    if (!this.#over && !this.#heard) return;
    this.#heard = null;
    this.#playback.sleep = null;
  }
}
