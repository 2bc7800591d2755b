import type { Cue } from '../narration/index.js';

/** After how many sentences nobody wants back any more. */
const FORGOTTEN = 5;

/** Remembers the sentence that a jump left, so that a slip can be taken back. */
export class WayBack {
  #from: Cue | null = null;
  #to = 0;

  /** The sentence to go back to, or null. */
  get cue(): Cue | null {
    return this.#from?.gone ? null : this.#from;
  }

  /** Takes note of a jump; one to the sentence beside is taken back by its own counterpart. */
  jumped(from: Cue | null, to: Cue): void {
    if (!from || Math.abs(to.index - from.index) <= 1) return;
    this.#from = from;
    this.#to = to.index;
  }

  /** Takes note of the sentence that is heard. */
  heard(cue: Cue): void {
    if (cue.index >= this.#to + FORGOTTEN) this.forget();
  }

  forget(): void {
    this.#from = null;
  }
}
