import type { Cue } from '../narration/index.js';

/** After this many sentences, nobody wants to go back any more. */
const FORGOTTEN_AFTER = 5;

/** Remembers the sentence that the last seek left, so that a slip can be undone. */
export class SeekHistory {
  #from: Cue | null = null;
  #to = 0;

  /** The sentence to return to, or null. */
  get cue(): Cue | null {
    return this.#from?.gone ? null : this.#from;
  }

  /** Adds a seek, unless it went to a neighbouring sentence: the opposite step undoes that. */
  add(from: Cue | null, to: Cue): void {
    if (!from || Math.abs(to.index - from.index) <= 1) return;
    this.#from = from;
    this.#to = to.index;
  }

  /** A sentence is heard. */
  heard(cue: Cue): void {
    if (cue.index >= this.#to + FORGOTTEN_AFTER) this.clear();
  }

  clear(): void {
    this.#from = null;
  }
}
