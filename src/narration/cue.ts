import type { Block } from './block.js';
import type { Stretch } from './sentences.js';

/** One sentence of an article: what is read, in which language, and where it stands on the page. */
export class Cue {
  /** Its place in the narration, from 0. */
  readonly index: number;
  /** Its name, unique within the narration. */
  readonly id: string;
  /** The sentence, its white space folded. */
  readonly text: string;
  /** Its language, BCP 47. */
  readonly lang: string;
  /** When it begins, in seconds at rate 1 from the beginning of the article; an estimate for speech. */
  startTime = 0;
  /** When it ends, in seconds at rate 1; the silence after it is not part of it. */
  endTime = 0;
  readonly #block: Block;
  readonly #stretch: Stretch;

  constructor(index: number, block: Block, stretch: Stretch) {
    this.index = index;
    this.id = `cue-${index}`;
    this.text = block.text.slice(stretch.start, stretch.end);
    this.lang = block.lang;
    this.#block = block;
    this.#stretch = stretch;
  }

  /** The element that holds the paragraph, heading or other block which the sentence belongs to. */
  get block(): Element {
    return this.#block.element;
  }

  /** Whether it is, or belongs to, a heading. */
  get heading(): boolean {
    return this.#block.heading;
  }

  /** Whether another sentence stands in the same block of text. */
  sharesBlockWith(other: Cue): boolean {
    return this.#block === other.#block;
  }

  /** A new live Range over the sentence, or null when its text is gone from the page. */
  get range(): Range | null {
    return this.rangeOf(0, this.text.length);
  }

  /** A new live Range over `[start, end)` of the text, in UTF-16 code units, or null when that text is gone. */
  rangeOf(start: number, end: number): Range | null {
    return this.#block.range(this.#stretch.start + start, this.#stretch.start + end);
  }

  /** Where a position of the block's text lies: before this sentence (-1), in it (0) or after it (1). */
  compare(position: number): -1 | 0 | 1 {
    if (position < this.#stretch.start) return -1;
    return position < this.#stretch.end ? 0 : 1;
  }
}
