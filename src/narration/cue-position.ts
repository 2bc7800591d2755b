import type { Cue } from './cue.js';
import { textHash } from './text-hash.js';

/** How far from its old index a sentence is searched for, in sentences. */
const REACH = 50;

/** Which sentences around a sentence are remembered, relative to it. */
const AROUND = [-3, -2, -1, 1, 2, 3] as const;

/** Where a sentence stood in an article: finds it again in another narration, also after edits, but not in another text. */
export interface CuePosition {
  /** The sentence. */
  readonly text: string;
  /** Its index. */
  readonly index: number;
  /** The hashes of the three sentences before and the three after it; null beyond the ends. Absent where it is not known. */
  readonly around?: readonly (number | null)[];
}

/** The part of a narration that is searched. */
interface Cues {
  at(index: number): Cue | undefined;
  after(cue: Cue): Cue | undefined;
}

/** See `NavigableNarration.positionOf`. */
export function positionOf(cues: Cues, { text, index }: CuePosition): CuePosition {
  const around = AROUND.map((offset) => hashAt(cues, index + offset));
  return { text, index, around };
}

/** See `NavigableNarration.find`. */
export function findCue(cues: Cues, position: CuePosition): Cue | undefined {
  return (
    nearest(cues, position, (cue) => cue.text === position.text && isAmong(cues, cue, position)) ??
    nearest(cues, position, (cue) => isBetween(cues, cue, position))
  );
}

/** The cue with the same text as a cue of another narration; if that is no longer read, the next cue whose text is. */
export function findCueOrNext(cues: Cues, cue: Cue, before: Cues): Cue | undefined {
  for (let at: Cue | undefined = cue; at && at.index <= cue.index + REACH; at = before.after(at)) {
    const same = findCue(cues, { text: at.text, index: at.index });
    if (same) return same;
  }
  return undefined;
}

/** See `NavigableNarration.resembles`. */
export function resembles(cues: Cues, { text, index, around = [] }: CuePosition): boolean {
  const known = new Set([textHash(text), ...around]);
  return nearest(cues, { text, index }, (cue) => known.has(textHash(cue.text))) !== undefined;
}

function nearest(
  cues: Cues,
  { index }: CuePosition,
  isRight: (cue: Cue) => boolean,
): Cue | undefined {
  for (let distance = 0; distance <= REACH; distance++)
    for (const at of [index + distance, index - distance]) {
      const cue = cues.at(at);
      if (cue && isRight(cue)) return cue;
    }
  return undefined;
}

/** Whether at least one of the sentences around a cue was there before, unless there were none. */
function isAmong(cues: Cues, { index }: Cue, { around = [] }: CuePosition): boolean {
  const known = new Set(around.filter((hash) => hash !== null));
  return (
    known.size === 0 || AROUND.some((offset) => known.has(hashAt(cues, index + offset) ?? NaN))
  );
}

/** Whether a cue is between sentences that were there before: it was edited, or removed and the next one is there. */
function isBetween(cues: Cues, { index }: Cue, { around = [] }: CuePosition): boolean {
  const [before, after] = [new Set(around.slice(0, 3)), new Set(around.slice(3))];
  const known = (hashes: Set<number | null>, at: number) => {
    const hash = hashAt(cues, at);
    return hash !== null && hashes.has(hash);
  };
  return known(before, index - 1) && (known(after, index) || known(after, index + 1));
}

function hashAt(cues: Cues, index: number): number | null {
  const cue = cues.at(index);
  return cue ? textHash(cue.text) : null;
}
