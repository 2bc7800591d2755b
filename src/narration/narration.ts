import type { Block } from './block.js';
import { Cue } from './cue.js';
import { Cutting } from './cutting.js';
import type { Revised, Revisions } from './revisions.js';
import type { ReadingOptions } from './unread.js';

export type NarrationOptions = ReadingOptions;

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
  readonly #observer = new MutationObserver(() => void this.#onMutation());
  #revisions: Revisions | null = null;
  #disposed = false;
  #cutting: Cutting;
  #passes = 0;
  /** The cues that were asked for, by their blocks. */
  #cues = new Map<Block, Cue[]>();

  constructor(root: Element, options: NarrationOptions) {
    super();
    if (options.skip) root.matches(options.skip);
    this.root = root;
    this.#options = options;
    this.#cutting = this.#begin();
    this.#watch(root);
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
    this.#disposed = true;
    this.#observer.disconnect();
    this.#revisions?.end();
  }

  /** Goes on with the work by a little. @returns whether there is more */
  #step(): boolean {
    return (this.#revisions?.step() ?? false) || this.#cutting.step();
  }

  #begin(): Cutting {
    return new Cutting(this.root, this.#options, (shadow) => this.#watch(shadow));
  }

  #watch(tree: Node): void {
    this.#observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  }

  async #onMutation(): Promise<void> {
    const { Revisions } = await import('./revisions.js');
    if (this.#disposed) return;
    this.#revisions ??= new Revisions(this.#revised());
    this.#revisions.request();
  }

  #revised(): Revised {
    return {
      pass: () => ({ cutting: this.#cutting, cues: this.#cues }),
      begin: () => this.#begin(),
      adopt: (next, cues) => {
        this.#passes++;
        this.#cutting = next;
        this.#cues = cues;
        this.dispatchEvent(new Event('change'));
      },
    };
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
