import type { Block, Mark } from './block.js';

/** One sentence of an article: what is read, in which language, and where it stands on the page. */
export class Cue {
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
  #block: Block;
  #ordinal: number;
  /** The index of what is read instead of it, once its text is gone from the page. */
  #successor: number | null = null;
  #replaced = false;

  /** @param ordinal which sentence of the block it is, from 0 */
  constructor(id: string, block: Block, ordinal: number) {
    const { start, end } = block.sentence(ordinal);
    this.id = id;
    this.text = block.read(start, end);
    this.lang = block.lang;
    this.#block = block;
    this.#ordinal = ordinal;
  }

  /** Its place in the narration, from 0; once it is gone, the place of what is read instead of it. */
  get index(): number {
    return this.#successor ?? this.#block.firstCue + this.#ordinal;
  }

  /** Whether its text is gone from the page, as far as the narration has noticed. */
  get gone(): boolean {
    return this.#successor !== null;
  }

  /** Whether another sentence stands in its place, where it is gone. */
  get replaced(): boolean {
    return this.#replaced;
  }

  /** Which sentence of its block it is, from 0. */
  get ordinal(): number {
    return this.#ordinal;
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

  /**
   * A live Range over `[start, end)` of the text, in UTF-16 code units, or null when that text is gone.
   *
   * @param range is moved there, instead of a new one; where the text is gone, it may stand anywhere
   */
  rangeOf(start: number, end: number, range?: Range): Range | null {
    if (this.gone) return null;
    const from = this.#block.sentence(this.#ordinal).start;
    return this.#block.range(from + start, from + end, range);
  }

  /** Stretches of its text, in UTF-16 code units, that are spoken differently from how they are written, or in another language. */
  get marks(): Mark[] {
    const { start, end } = this.#block.sentence(this.#ordinal);
    return this.#block.marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start,
      }));
  }

  /** Lets it stand in another block, which holds the same sentence. */
  move(block: Block, ordinal: number): void {
    this.#block = block;
    this.#ordinal = ordinal;
    this.#successor = null;
  }

  /**
   * Takes it out of the narration.
   *
   * @param successor the index of what is read instead of it
   * @param replaced whether that stands in its place
   */
  remove(successor: number, replaced: boolean): void {
    this.#successor = successor;
    this.#replaced = replaced;
  }
}
