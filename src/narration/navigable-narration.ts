import type { Cue } from './cue.js';
import { type CuePosition, findCue, positionOf, resembles } from './cue-position.js';
import { Narration } from './narration.js';
import { indexAfter, indexBefore, type Unit } from './navigation.js';

/** A narration in which a listener moves by sentences, paragraphs and headings, and to which a listener comes back. */
export class NavigableNarration extends Narration {
  /** The index of the cue that a seek forward leads to, or undefined where there is none. */
  indexAfter(from: number, unit: Unit): number | undefined {
    return indexAfter(this, from, unit);
  }

  /**
   * The index of the cue that a seek back leads to, or undefined where there is none. In the middle of a paragraph that is
   * its own beginning, as with the current track in a music player.
   */
  indexBefore(from: number, unit: Unit): number | undefined {
    return indexBefore(this, from, unit);
  }

  /** The position of a cue in the article, even if the cue is gone. */
  positionOf(cue: CuePosition): CuePosition {
    return positionOf(this, cue);
  }

  /**
   * The cue at a position that was taken in another narration of the article, or before it was edited; undefined where there is
   * none, as in another article. Where the sentence itself was edited or removed, the one between the same sentences.
   */
  find(position: CuePosition): Cue | undefined {
    return findCue(this, position);
  }

  /** Whether any sentence of a position, or near it, is still in the article. */
  resembles(position: CuePosition): boolean {
    return resembles(this, position);
  }
}
