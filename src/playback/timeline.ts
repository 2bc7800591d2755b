import type { Cue } from '../narration/index.js';

/** The time a voice takes for a character at rate 1, in seconds; the embedded voice's, measured over the first article. */
const SECONDS_A_CHARACTER = 0.056;

/** The silences that a text asks for at rate 1, in seconds. */
const PAUSE = { sentence: 0.3, block: 0.6, heading: 0.9 };

/** The silence after a cue and before the next, in seconds at rate 1. */
export function pauseBetween(cue: Cue, next: Cue | undefined): number {
  if (!next) return 0;
  if (cue.sharesBlockWith(next)) return PAUSE.sentence;
  return cue.heading || next.heading ? PAUSE.heading : PAUSE.block;
}

/** When each cue is heard, in seconds at rate 1: estimated from its length, until an engine tells how long it takes. */
export class Timeline {
  readonly #known = new WeakMap<Cue, number>();
  /** How many cues have their times. */
  #timed = 0;

  /** Gives those cues their times that have none yet. */
  update(cues: readonly Cue[]): void {
    for (; this.#timed < cues.length; this.#timed++) {
      const cue = cues[this.#timed];
      const previous = cues[this.#timed - 1];
      if (!cue) return;
      cue.startTime = previous ? previous.endTime + pauseBetween(previous, cue) : 0;
      cue.endTime = cue.startTime + (this.#known.get(cue) ?? cue.text.length * SECONDS_A_CHARACTER);
    }
  }

  /** @returns whether that changes anything */
  setDuration(cue: Cue, seconds: number): boolean {
    if (this.#known.get(cue) === seconds) return false;
    this.#known.set(cue, seconds);
    this.#timed = Math.min(this.#timed, cue.index);
    return true;
  }

  /** Begins anew, for other cues. */
  reset(): void {
    this.#timed = 0;
  }
}
