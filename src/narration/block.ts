/**
 * A stretch of a block's text that stands in one text node without a gap, so that positions in it are found by
 * adding. A new run begins wherever white space was folded or another text node follows.
 */
interface Run {
  readonly node: Text;
  /** Where the run begins in the block's text, in UTF-16 code units. */
  readonly start: number;
  /** Where the run begins in the node's data, in UTF-16 code units. */
  readonly offset: number;
}

/** A place in the page's text, as a DOM boundary point. */
export interface Point {
  readonly node: Text;
  readonly offset: number;
}

/**
 * One block of an article: the text between two line breaks of its layout, as read, with the way back from every
 * character to its place in the DOM. White space is folded as a browser's layout folds it.
 */
export class Block {
  /** The nearest element around the text that is laid out as a block. */
  readonly element: Element;
  /** The language of the text, BCP 47. */
  readonly lang: string;
  readonly heading: boolean;
  #text = '';
  readonly #runs: Run[] = [];

  constructor(element: Element, lang: string) {
    this.element = element;
    this.lang = lang;
    this.heading = /^H[1-6]$/.test(element.tagName) || element.getAttribute('role') === 'heading';
  }

  /** The text as read; offsets into it are UTF-16 code units. */
  get text(): string {
    return this.#text;
  }

  get nodes(): Text[] {
    return [...new Set(this.#runs.map((run) => run.node))];
  }

  /** Adds a text node's data at the end, its white space folded. */
  append(node: Text): void {
    for (const { 0: word, index } of node.data.matchAll(/\S+|\s+/g)) {
      if (word.trim() === '') {
        this.#appendSpace(node, index);
      } else {
        this.#appendRun(node, index, word);
      }
    }
  }

  /** Adds a space that stands for something which is no text, such as `<br>`. */
  appendBreak(): void {
    if (this.#text !== '' && !this.#text.endsWith(' ')) this.#text += ' ';
  }

  #appendSpace(node: Text, offset: number): void {
    if (this.#text !== '' && !this.#text.endsWith(' ')) this.#appendRun(node, offset, ' ');
  }

  #appendRun(node: Text, offset: number, text: string): void {
    const last = this.#runs.at(-1);
    const start = this.#text.length;
    const continues = last?.node === node && last.offset + (start - last.start) === offset;
    if (!continues) this.#runs.push({ node, start, offset });
    this.#text += text;
  }

  /** The place in the DOM of a position in the text. `after` takes the end of the character before it. */
  point(position: number, side: 'before' | 'after' = 'before'): Point | null {
    const run = this.#runAt(side === 'after' ? position - 1 : position);
    return run && { node: run.node, offset: run.offset + position - run.start };
  }

  /** The position in the text of a place in the DOM; null when the place is not in this block's text. */
  position(node: Node, offset: number): number | null {
    let found: number | null = null;
    this.#runs.forEach((run, index) => {
      if (run.node !== node || (found !== null && run.offset > offset)) return;
      const end = this.#runs[index + 1]?.start ?? this.#text.length;
      found = Math.min(run.start + Math.max(0, offset - run.offset), end);
    });
    return found;
  }

  /**
   * A new live Range over `[start, end)` of the text, or null when that text is no longer in the page: the node was
   * removed, or its data replaced by something shorter.
   */
  range(start: number, end: number): Range | null {
    const from = this.point(start);
    const to = this.point(end, 'after');
    if (!from?.node.isConnected || !to?.node.isConnected) return null;
    if (from.offset > from.node.length || to.offset > to.node.length) return null;
    const range = from.node.ownerDocument.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range.collapsed ? null : range;
  }

  #runAt(position: number): Run | null {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.start ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return this.#runs[low] ?? null;
  }
}
