import type { Block } from './block.js';
import { Cue } from './cue.js';
import { Cutting } from './cutting.js';
import type { ReadingOptions } from './unread.js';
import { Watch } from './watch.js';

export type NarrationOptions = ReadingOptions;

/** How far from its place a sentence is looked for, in sentences. */
const REACH = 50;

/** How long work in the background goes on in one task, in milliseconds. */
const SLICE = 4;

/**
 * Tells what is read of an article, cut into cues as they are asked for. Where the page changes later, so does the
 * narration.
 *
 * @param root the element whose text is read
 * @throws a SyntaxError DOMException when `skip` is no valid selector
 */
export function createNarration(root: Element, options: NarrationOptions = {}): Narration {
  return new Narration(root, options);
}

/**
 * The cues of an article.
 *
 * @fires change - when the page has changed: cues whose sentences still stand are the same objects, though their indices
 *   may be others; those whose text is no longer there are `gone`
 */
export class Narration extends EventTarget {
  readonly root: Element;
  readonly #options: NarrationOptions;
  readonly #watch = new Watch(() => this.#onMutation());
  #cutting: Cutting;
  /** A pass under way since the page changed; it takes the place of the other one when it has come as far. */
  #revision: Cutting | null = null;
  #settle: typeof import('./settle.js').settle | null = null;
  /** Whether the page has changed again since that pass began. */
  #outdated = false;
  #passes = 0;
  /** The cues that were asked for, by their blocks. */
  #cues = new Map<Block, Cue[]>();

  constructor(root: Element, options: NarrationOptions) {
    super();
    if (options.skip) root.matches(options.skip);
    this.root = root;
    this.#options = options;
    this.#cutting = this.#begin();
    this.#watch.add(root);
  }

  /** How many cues are cut so far. */
  get length(): number {
    return this.#cutting.length;
  }

  /** The cues cut so far, in reading order. Makes them all; `at` makes one. */
  get cues(): readonly Cue[] {
    const { blocks } = this.#cutting;
    return blocks.flatMap((block) =>
      Array.from({ length: block.size }, (_, ordinal) => this.#cue(block, ordinal)),
    );
  }

  /** The blocks cut so far, in reading order; another array after each `change`. */
  get blocks(): readonly Block[] {
    return this.#cutting.blocks;
  }

  /** The number of the block, from 0, that holds the cue at an index; -1 where there is none. */
  blockNumber(index: number): number {
    return this.#cutting.blockAt(index);
  }

  /** Whether the whole article has been cut. */
  get complete(): boolean {
    return this.#cutting.complete;
  }

  /** The cue at an index, cut now if it was not yet; undefined past the end. */
  at(index: number): Cue | undefined {
    while (index >= this.length && this.#step());
    const block = this.blocks[this.blockNumber(index)];
    return block && this.#cue(block, index - block.firstCue);
  }

  /** The cue that is read after another one, also after one that is gone. */
  after(cue: Cue): Cue | undefined {
    return this.at(cue.gone && !cue.replaced ? cue.index : cue.index + 1);
  }

  /** The cue with the same text as one of another narration, near its place there; undefined where there is none. */
  find({ text, index }: Cue): Cue | undefined {
    for (let distance = 0; distance <= REACH; distance++)
      for (const at of [index + distance, index - distance])
        if (this.at(at)?.text === text) return this.at(at);
    return undefined;
  }

  /** The index of the cue at a place in the page, or the next one after it in its block; -1 where nothing is read. */
  indexAt(node: Node, offset: number): number {
    const text = this.#textAt(node, offset);
    const block = this.#blockOf(text);
    const position = block?.position(text, text === node ? offset : 0);
    if (!block || position == null) return -1;
    let ordinal = 0;
    while (ordinal < block.size - 1 && block.sentence(ordinal).end <= position) ordinal++;
    return block.firstCue + ordinal;
  }

  /** Cuts what is left, a few milliseconds at a time. Resolves true when all is cut, false when aborted. */
  async cutAll(signal?: AbortSignal): Promise<boolean> {
    for (let more = true; more && !signal?.aborted;) {
      const until = performance.now() + SLICE;
      while ((more = this.#step()) && performance.now() < until);
      if (more) await new Promise((resolve) => setTimeout(resolve));
    }
    return this.complete;
  }

  /** Stops watching the page. */
  dispose(): void {
    this.#watch.end();
    this.#revision = null;
  }

  #begin(): Cutting {
    return new Cutting(this.root, this.#options, (shadow) => this.#watch.add(shadow));
  }

  /** Goes on with the work by a little. @returns whether there is more */
  #step(): boolean {
    const revision = this.#settle && this.#revision;
    if (!revision) return this.#cutting.step();
    revision.step();
    if (revision.complete || (!this.complete && revision.length >= this.length))
      this.#adopt(revision);
    return this.#revision !== null || !this.complete;
  }

  #onMutation(): void {
    this.#outdated = this.#revision !== null;
    if (!this.#outdated) void this.#revise((this.#revision = this.#begin()));
  }

  /** Works on a revision, a few milliseconds at a time, until it is adopted. */
  async #revise(revision: Cutting): Promise<void> {
    // Most pages never change: what settles the cues anew is fetched when one does.
    this.#settle ??= (await import('./settle.js')).settle;
    while (this.#revision === revision) {
      const until = performance.now() + SLICE;
      while (this.#revision === revision && performance.now() < until) this.#step();
      if (this.#revision === revision) await new Promise((resolve) => setTimeout(resolve));
    }
  }

  #adopt(revision: Cutting): void {
    const old = this.#cutting;
    this.#cutting = revision;
    this.#revision = null;
    this.#passes++;
    this.#cues = this.#settle?.(this.#cues, old, revision) ?? new Map<Block, Cue[]>();
    this.dispatchEvent(new Event('change'));
    if (this.#outdated) this.#onMutation();
  }

  #cue(block: Block, ordinal: number): Cue {
    let cues = this.#cues.get(block);
    if (!cues) this.#cues.set(block, (cues = []));
    const pass = this.#passes > 0 ? `${this.#passes}-` : '';
    return (cues[ordinal] ??= new Cue(`cue-${pass}${block.firstCue + ordinal}`, block, ordinal));
  }

  /** The node of the article's text at a DOM boundary point: the node itself, or the first text behind the point. */
  #textAt(node: Node, offset: number): Node {
    if (node.nodeType !== Node.ELEMENT_NODE) return node;
    const child = node.childNodes[offset] ?? node;
    const walker = node.ownerDocument?.createTreeWalker(this.root, NodeFilter.SHOW_TEXT);
    if (!walker || child.nodeType === Node.TEXT_NODE) return child;
    walker.currentNode = child;
    return walker.nextNode() ?? child;
  }

  /** The block that a node was read into; cuts on where it may still come. */
  #blockOf(node: Node): Block | undefined {
    if (!this.#mayCome(node)) return this.#cutting.blockOf(node);
    while (!this.#cutting.blockOf(node) && this.#step());
    return this.#cutting.blockOf(node);
  }

  #mayCome(node: Node): boolean {
    if (this.complete || !this.root.contains(node)) return false;
    const last = this.blocks.at(-1)?.element;
    return !last || (last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING) === 0;
  }
}
