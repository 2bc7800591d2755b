import type { Cue } from '../narration/index.js';

/** The number of sentences after which a seek can no longer be undone. */
const FORGOTTEN_AFTER = 5;

/** Remembers the sentence before the last seek, so that an accidental seek can be undone. */
export class SeekHistory {
  #from: Cue | null = null;
  #to = 0;

  /** The sentence to return to, or null. */
  get cue(): Cue | null {
    return this.#from?.gone ? null : this.#from;
  }

  /** Adds a seek, unless it led to a neighbouring sentence: a step back undoes that. */
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
