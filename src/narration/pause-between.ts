import type { Cue } from './cue.js';

/** The silences between cues at rate 1, in seconds. */
export const PAUSE = { sentence: 0.3, block: 0.6, heading: 0.9 };

/**
 * The silence after a cue and before the next, in seconds at rate 1.
 *
 * @param pauses the length of the silences between paragraphs, as a factor
 */
export function pauseBetween(cue: Cue, next: Cue | undefined, pauses = 1): number {
  if (!next) return 0;
  return cue.sharesBlockWith(next) ? PAUSE.sentence : pauseBetweenBlocks(cue, next) * pauses;
}

/** The same between two blocks of which the second follows the first. */
export function pauseBetweenBlocks(one: { heading: boolean }, next: { heading: boolean }): number {
  return one.heading || next.heading ? PAUSE.heading : PAUSE.block;
}
