import type { TextSpan } from './text-span.js';

/** A stretch of a block's text that is spoken differently from how it is written, or in another language. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What is spoken instead of it. */
  readonly say: string | undefined;
  /** Its language, BCP 47. */
  readonly lang: string;
}

/**
 * One block of an article: the text between two breaks of its layout, as read, with the way back from every character
 * to its place in the DOM. White space is folded as a browser's layout folds it.
 *
 * The text itself is kept only until it is cut; afterwards it is read from the page again. What stays are runs: a run is
 * a stretch that stands in one node without a gap, so that places in it are found by adding. A new one begins where white
 * space was folded or another node follows.
 */
export class Block {
  /** The nearest element around the text that is laid out as a block. */
  readonly element: Element;
  /** The language of the text, BCP 47. */
  readonly lang: string;
  readonly heading: boolean;
  /** The text as long as it is not cut. */
  text = '';
  #length = 0;
  /** The node of each run: a text node, or an element that stands for a word, as an image does. */
  #nodes: (Text | Element)[] = [];
  /** Two numbers a run: where it begins in the text, and in the node's data; in UTF-16 code units. */
  #places: number[] = [];
  #marks: Mark[] | null = null;
  /** Two numbers a sentence: where it begins and ends in the text. */
  #sentences: number[] = [];
  /** How many sentences stand before this block. */
  firstCue = 0;

  readonly #keepsLines: boolean;

  /** @param keepsLines whether line feeds are kept, as `white-space: pre` and its like have it */
  constructor(element: Element, lang: string, keepsLines = false) {
    this.element = element;
    this.lang = lang;
    this.#keepsLines = keepsLines;
    this.heading = /^H[1-6]$/.test(element.tagName) || element.getAttribute('role') === 'heading';
  }

  /** The length of the text, in UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  get nodes(): readonly (Text | Element)[] {
    return this.#nodes;
  }

  get marks(): readonly Mark[] {
    return this.#marks ?? [];
  }

  /** Adds a text node's data at the end, its white space folded. */
  append(node: Text): void {
    const data = unfolded(node.data, this.#keepsLines);
    let from = this.#endsInSpace() ? skipSpaces(data, 0) : 0;
    while (from < data.length) {
      const gap = data.indexOf('  ', from);
      const to = gap < 0 ? data.length : gap + 1;
      this.#appendRun(node, from, data.slice(from, to));
      from = skipSpaces(data, to);
    }
  }

  /** Adds an element that stands for words which are no text of the page, such as an image. */
  appendElement(element: Element, say: string): void {
    const start = this.#length;
    this.#appendRun(element, 0, say);
    this.mark({ start, end: this.#length, say, lang: this.lang });
  }

  /** Adds a space that stands for something which is no text, such as `<br>`. */
  appendBreak(): void {
    if (!this.#endsInSpace()) this.#add(' ');
  }

  mark(mark: Mark): void {
    (this.#marks ??= []).push(mark);
  }

  /** How many sentences it has. */
  get size(): number {
    return this.#sentences.length / 2;
  }

  /** A sentence of it, by its number from 0. */
  sentence(ordinal: number): TextSpan {
    return { start: this.#sentences[ordinal * 2] ?? 0, end: this.#sentences[ordinal * 2 + 1] ?? 0 };
  }

  addSentence({ start, end }: TextSpan): void {
    this.#sentences.push(start, end);
  }

  /** Lets go of what is needed only while it is built; arrays that grew hold more than they need. */
  close(): void {
    this.text = '';
    this.#nodes = this.#nodes.slice();
    this.#places = this.#places.slice();
    this.#sentences = this.#sentences.slice();
  }

  /** Reads `[start, end)` of the text from the page. */
  read(start: number, end: number): string {
    let text = '';
    for (let run = this.#runAt(start); run < this.#nodes.length; run++) {
      const begin = this.#startOf(run);
      if (begin >= end) break;
      const from = Math.max(0, start - begin);
      text += this.#readRun(run, from, Math.min(end, this.#startOf(run + 1)) - begin);
    }
    return text;
  }

  /** The position in the text of a place in the DOM; null when the place is not in this block's text. */
  position(node: Node, offset: number): number | null {
    let found: number | null = null;
    for (let run = 0; run < this.#nodes.length; run++) {
      if (this.#nodes[run] !== node || (found !== null && this.#offsetOf(run) > offset)) continue;
      const within = Math.max(0, offset - this.#offsetOf(run));
      found = Math.min(this.#startOf(run) + within, this.#startOf(run + 1));
    }
    return found;
  }

  /**
   * A live Range over `[start, end)` of the text, or null when that text is no longer in the page: the node was removed, or
   * its data replaced by something shorter. Where the ends stand in different trees, it is a Range in the block's own,
   * around the hosts of the others.
   *
   * @param range is moved there, instead of a new one; where the text is gone, it may stand anywhere
   */
  range(
    start: number,
    end: number,
    range = this.element.ownerDocument.createRange(),
  ): Range | null {
    const first = this.#runAt(start);
    const last = this.#runAt(end - 1);
    let from: Node | undefined = this.#nodes[first];
    let to: Node | undefined = this.#nodes[last];
    if (!from?.isConnected || !to?.isConnected) return null;
    if (from !== to && from.getRootNode() !== to.getRootNode()) {
      const tree = this.element.getRootNode();
      from = hostIn(tree, from);
      to = hostIn(tree, to);
    }
    try {
      if (isText(from)) range.setStart(from, this.#offset(first, start));
      else range.setStartBefore(from);
      if (isText(to)) range.setEnd(to, this.#offset(last, end));
      else range.setEndAfter(to);
    } catch {
      return null; // The data has become shorter.
    }
    return range.collapsed ? null : range;
  }

  /** Where a node's data is shorter, a space was added for a break. */
  #readRun(run: number, from: number, to: number): string {
    const node = this.#nodes[run];
    const offset = this.#offsetOf(run);
    const data = isText(node)
      ? unfolded(node.data.slice(offset + from, offset + to), this.#keepsLines)
      : (this.marks.find(({ start }) => start === this.#startOf(run))?.say ?? '').slice(from, to);
    return data.padEnd(to - from);
  }

  #endsInSpace(): boolean {
    return this.text === '' || this.text.endsWith(' ');
  }

  #appendRun(node: Text | Element, offset: number, text: string): void {
    const last = this.#nodes.length - 1;
    const continues = this.#nodes[last] === node && this.#offset(last, this.#length) === offset;
    if (!continues) {
      this.#nodes.push(node);
      this.#places.push(this.#length, offset);
    }
    this.#add(text);
  }

  #add(text: string): void {
    this.text += text;
    this.#length += text.length;
  }

  #startOf(run: number): number {
    return this.#places[run * 2] ?? this.#length;
  }

  #offsetOf(run: number): number {
    return this.#places[run * 2 + 1] ?? 0;
  }

  /** Where a position of the text is in the data of a run's node. */
  #offset(run: number, position: number): number {
    return this.#offsetOf(run) + position - this.#startOf(run);
  }

  #runAt(position: number): number {
    let low = 0;
    let high = this.#nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#startOf(middle) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** White space as a layout shows it, character for character. */
function unfolded(data: string, keepLines: boolean): string {
  return data.replace(keepLines ? /[\t\r\f]/g : /[\t\n\r\f]/g, ' ');
}

function skipSpaces(data: string, from: number): number {
  let at = from;
  while (data.charCodeAt(at) === 0x20) at++;
  return at;
}

export function isText(node: Node | undefined): node is Text {
  return node?.nodeType === 3;
}

/** The node itself, or the host around it, in a tree. */
function hostIn(tree: Node, node: Node): Node {
  let at = node;
  for (let root = at.getRootNode(); root !== tree && 'host' in root; root = at.getRootNode())
    at = root.host as Element;
  return at;
}
