import type { Cue } from './cue.js';

/** How far from its old index a sentence is searched for, in sentences. */
const REACH = 50;

/** The unit of a seek. */
export type Unit = 'sentence' | 'paragraph' | 'heading';

/** A sentence that was read before, perhaps in another narration of the article. */
export interface CuePosition {
  readonly text: string;
  readonly index: number;
}

/** The part of a narration that is searched. */
interface Cues {
  at(index: number): Cue | undefined;
  after(cue: Cue): Cue | undefined;
}

/** See `Narration.indexAfter`. */
export function indexAfter(narration: Cues, from: number, unit: Unit): number | undefined {
  for (let index = from + 1; narration.at(index); index++) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

/** See `Narration.indexBefore`. */
export function indexBefore(narration: Cues, from: number, unit: Unit): number | undefined {
  for (let index = from - 1; index >= 0; index--) {
    if (begins(narration, index, unit)) return index;
  }
  return undefined;
}

/** See `Narration.find`. */
export function findCue(narration: Cues, { text, index }: CuePosition): Cue | undefined {
  for (let distance = 0; distance <= REACH; distance++)
    for (const at of [index + distance, index - distance])
      if (narration.at(at)?.text === text) return narration.at(at);
  return undefined;
}

/** The cue with the same text as a cue of another narration; if that is no longer read, the next cue whose text is. */
export function findCueOrNext(narration: Cues, cue: Cue, before: Cues): Cue | undefined {
  for (let at: Cue | undefined = cue; at && at.index <= cue.index + REACH; at = before.after(at)) {
    const same = findCue(narration, at);
    if (same) return same;
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
