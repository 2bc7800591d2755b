import type { Cue, CuePosition } from '../narration/index.js';
import type { NavigableNarration } from '../narration/navigable-narration.js';
import type { CueClock } from './cue-clock.js';

/** The current position of the reading. It stays with its sentence when the article gets another narration. */
export class Playhead {
  /** The cue under it, once reading began there; it may be gone from the page. */
  cue: Cue | null = null;
  /** The index of that cue, or of the cue at which reading will begin. */
  index = 0;
  /** Where that cue stands or, until the narration is made and it can be looked up, where it stood on an earlier visit. */
  position: CuePosition | null = null;
  #narration: NavigableNarration | null = null;
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
  get lastPosition(): CuePosition | null {
    return this.atBeginning ? null : this.position;
  }

  /** Whether it is at the article's first sentence. */
  get atBeginning(): boolean {
    return this.cue !== null && this.index === 0;
  }

  /** Moves to the beginning of a cue. */
  put(cue: Cue): void {
    this.cue = cue;
    this.follow(cue);
    this.#starts = 0;
    this.#clock.reset();
  }

  /** Stays with its cue, whose index may have changed with the page. */
  follow(cue: Cue): void {
    this.index = cue.index;
    if (!cue.gone) this.position = this.#narration?.positionOf(cue) ?? null;
  }

  /** Moves to the beginning of the article. */
  rewind(): void {
    this.cue = null;
    this.index = 0;
    this.position = null;
  }

  /** Moves to the beginning as well, but reading will resume from the previous position. */
  leave(): void {
    const { lastPosition } = this;
    this.rewind();
    this.position = lastPosition;
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

  /** Goes to the same sentence in another narration, or to the beginning of another article. */
  goInto(narration: NavigableNarration | null): void {
    this.#narration = narration;
    const cue = this.position && narration?.find(this.position);
    if (cue) this.put(cue);
    else if (narration) this.rewind();
  }
}
