import type { Cue, Narration } from '../narration/index.js';
import type { CueClock } from './cue-clock.js';
import { cueLike } from './seek-target.js';
import type { Place } from '../settings/saved-position.js';

/** Where the reading is, and where it would go on: at a cue, also when the article becomes another one. */
export class Playhead {
  /** The cue that is under it, since it was heard or reading began there; it may be gone from the page. */
  cue: Cue | null = null;
  /** Its index, or that of the cue which reading begins at. */
  index = 0;
  /** Where reading goes on, as long as the narration is not there that would tell. */
  place: Place | null = null;
  readonly #clock: CueClock;
  /** How often the cue was begun. */
  #starts = 0;
  /** Whether its engine told how long it takes. */
  #told = false;

  /** @param clock knows how much of the cue has been heard */
  constructor(clock: CueClock) {
    this.#clock = clock;
  }

  /** The sentence that it is at, or was left at on another day; null at the beginning. */
  get left(): Place | null {
    return this.index > 0 ? (this.cue ?? this.place) : this.place;
  }

  /** Puts it at the beginning of a cue. */
  put(cue: Cue): void {
    this.cue = cue;
    this.index = cue.index;
    this.#starts = 0;
    this.#clock.reset();
  }

  /** Puts it back to the beginning of the article. */
  rewind(): void {
    this.cue = null;
    this.index = 0;
  }

  /** The same, but for the place that reading goes on from. */
  leave(): void {
    this.place = this.left;
    this.rewind();
  }

  /** Takes note that the cue begins to be heard, and of how long it takes where that is known. */
  started(duration: number | undefined): void {
    this.#starts++;
    this.#told = duration !== undefined;
  }

  /** How long the cue took until now, in seconds at rate 1, where it was heard in one piece and its engine did not tell. */
  get heardInOnePiece(): number | undefined {
    return this.#starts === 1 && !this.#told ? this.#clock.heard : undefined;
  }

  /** Goes to the same sentence in another narration, or to what stands in its place. */
  goInto(narration: Narration | null): void {
    const place = this.cue ?? this.place;
    this.cue = null;
    if (!place || !narration) return;
    this.place = null;
    const cue = cueLike(place, narration) ?? narration.at(place.index) ?? narration.at(0);
    if (cue) this.put(cue);
  }
}
