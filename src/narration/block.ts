import type { Annotation } from './annotation.js';
import { lastStart } from './last-start.js';
import { linesApart } from './lines.js';
import type { TextSpan } from './text-span.js';

/** How many characters before a position are looked at. */
const TAIL_LENGTH = 24;

/** Text without two spaces in a row, with one space after it; or the first space. */
const UNBROKEN = /[^ ]+(?: [^ ]+)* ?|^ /g;

/**
 * One block of an article: the text between two breaks of its layout, with a mapping from every character back to the DOM.
 * White space is collapsed as browsers collapse it.
 *
 * The text itself is kept only until it is split into sentences; afterwards it is read from the page again. What stays are
 * the slices: a slice is a span of the text that comes from one node without a gap, so that positions in it are found by
 * addition. A new slice begins where white space was collapsed and where the next node begins.
 */
export class Block {
  /** The nearest element around the text that is laid out as a block. */
  readonly element: Element;
  /** The language of the text, BCP 47. */
  readonly lang: string;
  readonly heading: boolean;
  /** The text; empty after `close()`. */
  text = '';
  /** The last characters of the text, a few at least where it has them; asking the text itself would copy it each time. */
  tail = '';
  #length = 0;
  /** The node of each slice: a text node, or an element that is spoken as words, such as an image. */
  #nodes: (Text | Element)[] = [];
  /** Two numbers per slice, in UTF-16 code units: its start in the text, and its start in the data of the node. */
  #starts: number[] = [];
  readonly annotations: Annotation[] = [];
  /** Two numbers per sentence: its start and its end in the text. */
  #sentences: number[] = [];
  /** The index of the block's first cue in the narration. */
  firstCue = 0;

  /** What is spoken for each slice whose node is an element. */
  readonly #spoken: string[] = [];
  /** The positions of the spaces that stand for line breaks. */
  #breaks: number[] = [];
  readonly #keepsLines: boolean;
  /** The white space after an initial so far, null elsewhere: whether that separates words is seen by the next text. */
  #afterInitial: '' | ' ' | null = null;

  /** @param keepsLines whether line feeds are kept, as with `white-space: pre` */
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

  /** Appends the data of a text node, with its white space collapsed, and without any between an initial and its word. */
  append(node: Text): void {
    const data = toSpaces(node.data, this.#keepsLines);
    if (this.#afterInitial !== null && data !== '' && data.trim() === '') {
      this.#afterInitial = ' ';
      return;
    }
    const isRest = this.#isRestOfWord(data);
    if (this.#afterInitial && !isRest) this.#addSpace();
    this.#afterInitial = null;
    const endsInSpace = this.#endsInSpace || isRest;
    for (const { 0: part, index } of data.matchAll(UNBROKEN))
      if (part !== ' ' || !endsInSpace) this.#appendSlice(node, index, part);
  }

  /** Appends an element that is spoken as words which are not text of the page, such as an image. */
  appendElement(element: Element, spoken: string): void {
    const start = this.#length;
    this.#appendSlice(element, 0, spoken);
    this.#spoken[this.#nodes.length - 1] = spoken;
    this.annotations.push({ start, end: this.#length, spoken, lang: this.lang });
  }

  /** Appends a space for a `<br>`. */
  appendBreak(): void {
    this.#addSpace();
    if (this.#length > 0) this.#breaks.push(this.#length - 1);
  }

  /** Says that the text ends with an initial that is set apart: what follows can be the rest of the word. */
  endInitial(): void {
    this.#afterInitial = '';
  }

  /** The lines that are set apart by line breaks. They are parts of the text, in order and without gaps. */
  get lines(): string[] {
    return this.heading ? [this.text] : linesApart(this.text, this.#breaks);
  }

  /** The number of sentences. */
  get size(): number {
    return this.#sentences.length / 2;
  }

  /** A sentence by its number in the block, from 0. */
  sentence(ordinal: number): TextSpan {
    return { start: this.#sentences[ordinal * 2] ?? 0, end: this.#sentences[ordinal * 2 + 1] ?? 0 };
  }

  addSentence({ start, end }: TextSpan): void {
    this.#sentences.push(start, end);
  }

  /** Frees the memory that was needed only to build the block; the arrays are copied, since growing left spare room in them. */
  close(): void {
    this.text = '';
    this.#breaks = [];
    this.#nodes = this.#nodes.slice();
    this.#starts = this.#starts.slice();
    this.#sentences = this.#sentences.slice();
  }

  /** Whether the nodes of `[start, end)` of the text are in the page. */
  isConnected(start: number, end: number): boolean {
    const nodes = this.#nodes.slice(this.#sliceAt(start), this.#sliceAt(end - 1) + 1);
    return nodes.every((node) => node.isConnected);
  }

  /** Reads `[start, end)` of the text from the page. */
  read(start: number, end: number): string {
    let text = '';
    for (let slice = this.#sliceAt(start); slice < this.#nodes.length; slice++) {
      const begin = this.#startOf(slice);
      if (begin >= end) break;
      const from = Math.max(0, start - begin);
      text += this.#readSlice(slice, from, Math.min(end, this.#startOf(slice + 1)) - begin);
    }
    return text;
  }

  /** The position in the text of a DOM position; null if that is not in the text of this block. */
  position(node: Node, offset: number): number | null {
    let found: number | null = null;
    for (let slice = 0; slice < this.#nodes.length; slice++) {
      if (this.#nodes[slice] !== node || (found !== null && this.#offsetOf(slice) > offset))
        continue;
      const within = Math.max(0, offset - this.#offsetOf(slice));
      found = Math.min(this.#startOf(slice) + within, this.#startOf(slice + 1));
    }
    return found;
  }

  /**
   * A live Range over `[start, end)` of the text, or null if that text is no longer in the page: the node was removed, or its
   * data replaced by something shorter. If the ends are in different trees, the Range is in the tree of the block's element
   * and encloses the shadow hosts of the other trees.
   *
   * @param range a Range to move instead of creating one; if the text is gone, where it ends up is unspecified
   */
  range(
    start: number,
    end: number,
    range = this.element.ownerDocument.createRange(),
  ): Range | null {
    const first = this.#sliceAt(start);
    const last = this.#sliceAt(end - 1);
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

  /** Pads with spaces if the data of the node is shorter: the text then contains a space for a break. */
  #readSlice(slice: number, from: number, to: number): string {
    const node = this.#nodes[slice];
    const offset = this.#offsetOf(slice);
    const data = isText(node)
      ? toSpaces(node.data.slice(offset + from, offset + to), this.#keepsLines)
      : (this.#spoken[slice] ?? '').slice(from, to);
    return data.padEnd(to - from);
  }

  /** Whether data is the rest of a word whose initial was appended before. A letter that can be a word has no rest. */
  #isRestOfWord(data: string): boolean {
    const canBeWord = !this.lang.startsWith('de') && /^[AEIOYÀÈ]$/.test(this.tail.trimEnd());
    return this.#afterInitial !== null && !canBeWord && /^\s*\p{Ll}/u.test(data);
  }

  get #endsInSpace(): boolean {
    return this.#length === 0 || this.tail.endsWith(' ');
  }

  #appendSlice(node: Text | Element, offset: number, text: string): void {
    const last = this.#nodes.length - 1;
    const continues = this.#nodes[last] === node && this.#offset(last, this.#length) === offset;
    if (!continues) {
      this.#nodes.push(node);
      this.#starts.push(this.#length, offset);
    }
    this.#add(text);
  }

  #addSpace(): void {
    if (!this.#endsInSpace) this.#add(' ');
  }

  #add(text: string): void {
    this.text += text;
    this.#length += text.length;
    this.tail = (this.tail + text.slice(-TAIL_LENGTH)).slice(-TAIL_LENGTH);
  }

  #startOf(slice: number): number {
    return this.#starts[slice * 2] ?? this.#length;
  }

  #offsetOf(slice: number): number {
    return this.#starts[slice * 2 + 1] ?? 0;
  }

  /** The offset in the data of a slice's node for a position in the text. */
  #offset(slice: number, position: number): number {
    return this.#offsetOf(slice) + position - this.#startOf(slice);
  }

  /** The number of the slice that contains a position in the text. */
  #sliceAt(position: number): number {
    return lastStart(this.#nodes.length, (slice) => this.#startOf(slice), position);
  }
}

/** Replaces each tab and line break by a space, as layout does, so that all positions stay the same. */
function toSpaces(data: string, keepLines: boolean): string {
  return data.replace(keepLines ? /[\t\r\f]/g : /[\t\n\r\f]/g, ' ');
}

/** Not by its class, which differs between the documents of a page. */
export function isText(node: Node | undefined): node is Text {
  return node?.nodeType === 3;
}

/** The node itself if it is in the tree; else the shadow host around it that is. */
function hostIn(tree: Node, node: Node): Node {
  const root = node.getRootNode();
  return root === tree || !('host' in root) ? node : hostIn(tree, root.host as Element);
}
