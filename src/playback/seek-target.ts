import type { Cue, Narration } from '../narration/index.js';
import type { SavedPosition } from '../settings/saved-position.js';

/** How far from its old index a sentence is searched for, in sentences. */
const REACH = 50;

/** The unit of a seek. */
export type Unit = 'sentence' | 'paragraph' | 'heading';

/** The index of the cue that a seek forward leads to, or undefined where there is none. */
export function indexAfter(narration: Narration, from: number, unit: Unit): number | undefined {
  for (let index = from + 1; narration.at(index); index++) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

/**
 * The index of the cue that a seek back leads to, or undefined where there is none. In the middle of a paragraph that is
 * its own beginning, as with the current track in a music player.
 */
export function indexBefore(narration: Narration, from: number, unit: Unit): number | undefined {
  for (let index = from - 1; index >= 0; index--) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

/** The cue of a narration with the same text as a position, near its index; undefined where there is none. */
export function findSameCue({ text, index }: SavedPosition, narration: Narration): Cue | undefined {
  for (let distance = 0; distance <= REACH; distance++)
    for (const at of [index + distance, index - distance])
      if (narration.at(at)?.text === text) return narration.at(at);
  return undefined;
}

/** The same for a cue of another narration; if its text is no longer read, for the next cue whose text is. */
export function findSameOrNextCue(
  cue: Cue,
  before: Narration,
  narration: Narration,
): Cue | undefined {
  for (let at: Cue | undefined = cue; at && at.index <= cue.index + REACH; at = before.after(at)) {
    const same = findSameCue(at, narration);
    if (same) return same;
  }
  return undefined;
}

function begins(narration: Narration, index: number, unit: Unit): boolean {
  const cue = narration.at(index);
  const previous = narration.at(index - 1);
  if (!cue) return false;
  if (unit === 'sentence' || !previous) return unit !== 'heading' || cue.heading;
  return !cue.sharesBlockWith(previous) && (unit === 'paragraph' || cue.heading);
}
