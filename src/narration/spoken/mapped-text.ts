import type { TextSpan } from '../text-span.js';
import type { Edit } from './edit.js';

/** A text that was made from another one by edits, with a mapping from every character back to the source. */
export class MappedText {
  readonly text: string;
  readonly #edits: readonly Edit[];
  readonly #source: MappedText | null;

  private constructor(text: string, edits: readonly Edit[], source: MappedText | null) {
    this.text = text;
    this.#edits = edits;
    this.#source = source;
  }

  static of(text: string): MappedText {
    return new MappedText(text, [], null);
  }

  /** Applies edits. @param edits in order, and without overlap */
  edit(edits: readonly Edit[]): MappedText {
    let text = '';
    let from = 0;
    for (const { start, end, say } of edits) {
      text += this.text.slice(from, start) + say;
      from = end;
    }
    return new MappedText(text + this.text.slice(from), edits, this);
  }

  /**
   * The span of the original text that `[start, end)` of this one was made from. Every part of a replacement maps to the whole
   * span that it replaced.
   */
  source(start: number, end: number): TextSpan {
    if (!this.#source) return { start, end };
    const from = this.#back(start, 'start');
    return this.#source.source(from, Math.max(from, this.#back(end, 'end')));
  }

  /** The position in this text for a position in the text that it was made from directly. */
  forward(position: number): number {
    let shift = 0;
    for (const { start, end, say } of this.#edits) {
      if (position < end || start === position) break;
      shift += say.length - (end - start);
    }
    return position + shift;
  }

  /** The reverse of `forward`; within a replacement, the start or end of the replaced span. */
  #back(position: number, side: 'start' | 'end'): number {
    let shift = 0;
    for (const edit of this.#edits) {
      const begins = edit.start + shift;
      const ends = begins + edit.say.length;
      if (side === 'start' ? position < begins : position <= begins) break;
      if (side === 'start' ? position < ends : position <= ends) return edit[side];
      shift += edit.say.length - (edit.end - edit.start);
    }
    return position - shift;
  }
}
