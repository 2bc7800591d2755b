import type { Annotation } from './annotation.js';
import type { Block } from './block.js';
import type { TextSpan } from './text-span.js';

/** One sentence of an article: its text, its language, its times, and its position in the page. */
export class Cue {
  /** Unique within the narration. */
  readonly id: string;
  /** The sentence, with its white space collapsed. */
  readonly text: string;
  /** The language of the sentence, BCP 47. */
  readonly lang: string;
  /** Its start, in seconds at rate 1 from the beginning of the article; an estimate for speech. */
  startTime = 0;
  /** Its end, in seconds at rate 1; the silence after the sentence is not included. */
  endTime = 0;
  #block: Block;
  #ordinal: number;
  /** The index of the cue to read instead, once the text is gone from the page. */
  #successor: number | null = null;
  #replaced = false;

  /** @param ordinal the number of the sentence in its block, from 0 */
  constructor(id: string, block: Block, ordinal: number) {
    const { start, end } = block.sentence(ordinal);
    this.id = id;
    this.text = block.read(start, end);
    this.lang = block.lang;
    this.#block = block;
    this.#ordinal = ordinal;
  }

  /** Its index in the narration, from 0; if the cue is gone, the index of the cue to read instead. */
  get index(): number {
    return this.#successor ?? this.#block.firstCue + this.#ordinal;
  }

  /** Whether its text is gone from the page, as far as the narration has noticed. */
  get gone(): boolean {
    return this.#successor !== null;
  }

  /** Whether the cue is gone and another sentence has taken its place. */
  get replaced(): boolean {
    return this.#replaced;
  }

  /** The number of the sentence in its block, from 0. */
  get ordinal(): number {
    return this.#ordinal;
  }

  /** The element of the paragraph, heading or other block that contains the sentence. */
  get block(): Element {
    return this.#block.element;
  }

  /** Whether the page still contains its text in the same nodes. */
  get isIntact(): boolean {
    const { start, end } = this.#span;
    return (
      !this.gone &&
      this.#block.isConnected(start, end) &&
      this.#block.read(start, end) === this.text
    );
  }

  /** Whether the sentence is, or is part of, a heading. */
  get heading(): boolean {
    return this.#block.heading;
  }

  /** Whether both sentences are in the same block of text. */
  sharesBlockWith(other: Cue): boolean {
    return this.#block === other.#block;
  }

  /** A new live Range over the sentence, or null if its text is gone from the page. */
  get range(): Range | null {
    return this.rangeOf(0, this.text.length);
  }

  /**
   * A live Range over `[start, end)` of the text, in UTF-16 code units, or null if that text is gone.
   *
   * @param range a Range to move instead of creating one; if the text is gone, where it ends up is unspecified
   */
  rangeOf(start: number, end: number, range?: Range): Range | null {
    if (this.gone) return null;
    const from = this.#span.start;
    return this.#block.range(from + start, from + end, range);
  }

  /** The spans of its text that are spoken differently from how they are written, or that are in another language. */
  get annotations(): Annotation[] {
    const { start, end } = this.#span;
    return this.#block.annotations
      .filter((annotation) => annotation.start < end && annotation.end > start)
      .map((annotation) => ({
        ...annotation,
        start: Math.max(annotation.start, start) - start,
        end: Math.min(annotation.end, end) - start,
      }));
  }

  /** Moves the cue to another block, which contains the same sentence. */
  move(block: Block, ordinal: number): void {
    this.#block = block;
    this.#ordinal = ordinal;
    this.#successor = null;
  }

  /**
   * Removes the cue from the narration.
   *
   * @param successor the index of the cue to read instead
   * @param replaced whether that cue has taken its place
   */
  remove(successor: number, replaced: boolean): void {
    this.#successor = successor;
    this.#replaced = replaced;
  }

  get #span(): TextSpan {
    return this.#block.sentence(this.#ordinal);
  }
}
