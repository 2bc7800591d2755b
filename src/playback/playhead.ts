import type { Cue, Narration } from '../narration/index.js';
import type { SavedPosition } from '../settings/saved-position.js';
import type { CueClock } from './cue-clock.js';

/** The current position of the reading. It stays with its sentence when the article gets another narration. */
export class Playhead {
  /** The cue under it, once reading began there; it may be gone from the page. */
  cue: Cue | null = null;
  /** The index of that cue, or of the cue at which reading will begin. */
  index = 0;
  /** Where reading resumes, until the narration is made and the sentence can be looked up. */
  pendingPosition: SavedPosition | null = null;
  readonly #clock: CueClock;
  /** How often the cue was started. */
  #starts = 0;
  /** Whether the engine knew the cue's duration. */
  #durationKnown = false;

  /** @param clock measures how much of the cue has been heard */
  constructor(clock: CueClock) {
    this.#clock = clock;
  }

  /** The current sentence, or the one at which an earlier visit ended; null at the beginning. */
  get lastPosition(): SavedPosition | null {
    return this.index > 0 ? (this.cue ?? this.pendingPosition) : this.pendingPosition;
  }

  /** Moves to the beginning of a cue. */
  put(cue: Cue): void {
    this.cue = cue;
    this.index = cue.index;
    this.#starts = 0;
    this.#clock.reset();
  }

  /** Moves to the beginning of the article. */
  rewind(): void {
    this.cue = null;
    this.index = 0;
  }

  /** Moves to the beginning as well, but reading will resume from the previous position. */
  leave(): void {
    this.pendingPosition = this.lastPosition;
    this.rewind();
  }

  /** The cue begins to be heard. @param duration in seconds at rate 1, where the engine knows it */
  started(duration: number | undefined): void {
    this.#starts++;
    this.#durationKnown = duration !== undefined;
  }

  /** How long the cue took, in seconds at rate 1, where it was heard without a break and its engine did not know. */
  get measuredDuration(): number | undefined {
    return this.#starts === 1 && !this.#durationKnown ? this.#clock.heard : undefined;
  }

  /** Goes to the same sentence in another narration, or to the one at its index. */
  goInto(narration: Narration | null): void {
    const position = this.cue ?? this.pendingPosition;
    this.cue = null;
    if (!position || !narration) return;
    this.pendingPosition = null;
    const cue = narration.find(position) ?? narration.at(position.index) ?? narration.at(0);
    if (cue) this.put(cue);
  }
}
