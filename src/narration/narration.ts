import { type Block, isText } from './block.js';
import { Cue } from './cue.js';
import { observedAttributes } from './exclusions.js';
import type { NarrationOptions } from './narration-options.js';
import type { NarrationUpdates, UpdatableNarration } from './narration-updates.js';
import { lastStart } from './last-start.js';
import { Segmentation } from './segmentation.js';

/** How long one task works in the background before it lets others run, in milliseconds. */
const TASK_BUDGET = 4;

/**
 * Creates the narration of an article: its text as cues, split only as far as cues are requested. The narration follows
 * later changes of the page.
 *
 * @param root the element whose text is read
 * @throws a SyntaxError DOMException if `skip` is not a valid selector
 */
export function createNarration(root: Element, options?: NarrationOptions): Narration {
  return new Narration(root, options);
}

/**
 * The cues of an article.
 *
 * @fires change - after the page has changed: cues whose sentences are still there are the same objects, possibly with other
 *   indices; cues whose text is no longer there are `gone`
 */
export class Narration extends EventTarget {
  readonly root: Element;
  readonly #options: NarrationOptions;
  protected readonly observer = new MutationObserver(() => void this.onMutation());
  #updates: NarrationUpdates | null = null;
  #disposed = false;
  #segmentation: Segmentation;
  #passes = 0;

  constructor(root: Element, options: NarrationOptions = {}) {
    super();
    if (options.skip) root.matches(options.skip);
    this.root = root;
    this.#options = options;
    this.#segmentation = this.#begin();
  }

  /** The language of the article, BCP 47. */
  get lang(): string {
    return this.#segmentation.lang;
  }

  /** The number of cues so far. */
  get length(): number {
    return this.#segmentation.length;
  }

  /** The cues so far, in reading order. Creates all of them; `at` creates one. */
  get cues(): readonly Cue[] {
    return Array.from({ length: this.length }, (_, index) => this.at(index) as Cue);
  }

  /** The blocks so far, in reading order; a different array after each `change`. */
  get blocks(): readonly Block[] {
    return this.#segmentation.blocks;
  }

  /** The number of the block, from 0, that contains the cue at an index; -1 if there is none. */
  blockNumber(index: number): number {
    return this.#segmentation.blockAt(index);
  }

  /** Whether the whole article has been split into cues. */
  get complete(): boolean {
    return this.#segmentation.complete;
  }

  /** The cue at an index; splits the article that far if necessary. Undefined past the end. */
  at(index: number): Cue | undefined {
    while (index >= this.length && this.#step());
    const block = this.blocks[this.blockNumber(index)];
    const pass = this.#passes > 0 ? `${this.#passes}-` : '';
    return (
      block &&
      (this.#segmentation.cues[index] ??= new Cue(
        `cue-${pass}${index}`,
        block,
        index - block.firstCue,
      ))
    );
  }

  /** The cue to read after another one, which may be gone. */
  after(cue: Cue): Cue | undefined {
    return this.at(cue.gone && !cue.replaced ? cue.index : cue.index + 1);
  }

  /** The index of the cue at a DOM position, or of the next cue in the same block; -1 if nothing is read there. */
  indexAt(node: Node, offset: number): number {
    const text = this.#textAt(node, offset);
    const block = this.#blockOf(text);
    const position = block?.position(text, text === node ? offset : 0);
    if (!block || position == null) return -1;
    const endBefore = (ordinal: number) => block.sentence(ordinal - 1).end;
    return block.firstCue + lastStart(block.size, endBefore, position);
  }

  /** Splits the rest of the article, a few milliseconds per task. Resolves with true when done, with false when aborted. */
  async cutAll(signal?: AbortSignal): Promise<boolean> {
    for (let more = true; more && !signal?.aborted;) {
      const until = performance.now() + TASK_BUDGET;
      while ((more = this.#step()) && performance.now() < until);
      if (more) await new Promise((resolve) => setTimeout(resolve));
    }
    return this.complete;
  }

  /** Stops observing the page. */
  dispose(): void {
    this.#disposed = true;
    this.observer.disconnect();
    this.#updates?.end();
  }

  /** Does a little more of the work. @returns whether there is more to do */
  #step(): boolean {
    return (this.#updates?.step() ?? false) || this.#segmentation.step();
  }

  #begin(): Segmentation {
    this.#observe(this.root);
    return new Segmentation(this.root, this.#options, (tree) => this.#observe(tree));
  }

  #observe(tree: Node): void {
    this.observer.observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: observedAttributes(this.#options),
    });
  }

  /** Works off a change of the page. */
  protected async onMutation(): Promise<void> {
    const { NarrationUpdates } = await import('./narration-updates.js');
    if (this.#disposed) return;
    this.#updates ??= new NarrationUpdates(this.#updatable());
    this.#updates.request();
  }

  #updatable(): UpdatableNarration {
    return {
      current: () => this.#segmentation,
      begin: () => this.#begin(),
      adopt: (next) => {
        this.#passes++;
        this.#segmentation = next;
        this.dispatchEvent(new Event('change'));
      },
    };
  }

  /** The node of the article's text at a DOM position: the node itself, or the first text after the position. */
  #textAt(node: Node, offset: number): Node {
    const child = node.childNodes[offset] ?? node;
    if (isText(child)) return child;
    const walker = document.createTreeWalker(this.root, NodeFilter.SHOW_TEXT);
    walker.currentNode = child;
    return walker.nextNode() ?? child;
  }

  /** The block that contains a node; splits the article further if the node may still come. */
  #blockOf(node: Node): Block | undefined {
    while (!this.#segmentation.blockOf(node) && this.#mayCome(node) && this.#step());
    return this.#segmentation.blockOf(node);
  }

  #mayCome(node: Node): boolean {
    const last = this.blocks.at(-1)?.element ?? node;
    const isBefore = last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
    return !isBefore && this.root.contains(node);
  }
}
