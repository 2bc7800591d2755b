import type { Cue, Narration } from '../narration/index.js';
import type { Place } from '../settings/saved-position.js';

/** How far from its old place a sentence is looked for, in sentences. */
const REACH = 50;

/** What a jump goes by. */
export type Unit = 'sentence' | 'paragraph' | 'heading';

/** The index of the cue that a jump forward from another leads to, or undefined where there is none. */
export function indexAfter(narration: Narration, from: number, unit: Unit): number | undefined {
  for (let index = from + 1; narration.at(index); index++) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

/**
 * The index of the cue that a jump back from another leads to, or undefined where there is none. A paragraph is first
 * gone back to its own beginning, as the track that plays is in a music player.
 */
export function indexBefore(narration: Narration, from: number, unit: Unit): number | undefined {
  for (let index = from - 1; index >= 0; index--) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

/** The cue with the text of a place in another narration, near its place there; undefined where there is none. */
export function cueLike({ text, index }: Place, narration: Narration): Cue | undefined {
  for (let distance = 0; distance <= REACH; distance++)
    for (const at of [index + distance, index - distance])
      if (narration.at(at)?.text === text) return narration.at(at);
  return undefined;
}

/** The same of a cue or, where it has none, of the next one that has: some sentences may not be read any more. */
export function cueLikeOrNext(cue: Cue, before: Narration, narration: Narration): Cue | undefined {
  for (let at: Cue | undefined = cue; at && at.index <= cue.index + REACH; at = before.after(at)) {
    const like = cueLike(at, narration);
    if (like) return like;
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
