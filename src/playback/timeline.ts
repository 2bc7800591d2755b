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

/**
 * Gives cues their estimated times, from an index on.
 *
 * @returns how many cues have their times
 */
export function estimateTimes(cues: readonly Cue[], from: number): number {
  for (let index = from; index < cues.length; index++) {
    const cue = cues[index];
    const previous = cues[index - 1];
    if (!cue) break;
    cue.startTime = previous ? previous.endTime + pauseBetween(previous, cue) : 0;
    cue.endTime = cue.startTime + cue.text.length * SECONDS_A_CHARACTER;
  }
  return cues.length;
}
