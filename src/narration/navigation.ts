import type { Cue } from './cue.js';

/** The unit of a seek. */
export type Unit = 'sentence' | 'paragraph' | 'heading';

/** The part of a narration that is searched. */
interface Cues {
  at(index: number): Cue | undefined;
}

/** See `NavigableNarration.indexAfter`. */
export function indexAfter(narration: Cues, from: number, unit: Unit): number | undefined {
  for (let index = from + 1; narration.at(index); index++) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

/** See `NavigableNarration.indexBefore`. */
export function indexBefore(narration: Cues, from: number, unit: Unit): number | undefined {
  for (let index = from - 1; index >= 0; index--) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

function begins(narration: Cues, index: number, unit: Unit): boolean {
  const cue = narration.at(index);
  const previous = narration.at(index - 1);
  if (!cue) return false;
  if (unit === 'sentence' || !previous) return unit !== 'heading' || cue.heading;
  return !cue.sharesBlockWith(previous) && (unit === 'paragraph' || cue.heading);
}
