import type { TextSpan } from '../text-span.js';
import type { Edit } from './edit.js';

/** A text made out of another one by edits, and the way back from every character of it. */
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

  /** @param edits in order, and apart from each other */
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
   * The stretch of the first text that `[start, end)` of this one stands for. What was put in the place of something stands
   * for the whole of it.
   */
  source(start: number, end: number): TextSpan {
    if (!this.#source) return { start, end };
    const from = this.#back(start, 'start');
    return this.#source.source(from, Math.max(from, this.#back(end, 'end')));
  }

  /** Where a position of the text that this one was made of is in this one. */
  forward(position: number): number {
    let shift = 0;
    for (const { start, end, say } of this.#edits) {
      if (position < end || start === position) break;
      shift += say.length - (end - start);
    }
    return position + shift;
  }

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
