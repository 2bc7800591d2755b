import type { Block } from './block.js';
import { isAudible, sentencesOf } from './sentences.js';
import type { TextSpan } from './text-span.js';
import type { ReadingOptions } from './unread.js';
import { walkBlocks } from './walk.js';

/** How many sentences of a block are cut in one step, so that no step takes long. */
const STEP = 100;

/** One pass over an article: its blocks, each cut into sentences, as far as it was asked for. */
export class Cutting {
  readonly blocks: Block[] = [];
  /** How many sentences are cut. */
  length = 0;
  complete = false;
  readonly #steps: Generator<void, void>;
  readonly #blockOf = new WeakMap<Node, Block>();

  /** @param onShadow called with each open shadow root that it goes into */
  constructor(root: Element, options: ReadingOptions, onShadow: (root: ShadowRoot) => void) {
    this.#steps = this.#cut(walkBlocks(root, options, onShadow));
  }

  /** Cuts a little more. @returns whether there is more */
  step(): boolean {
    this.complete ||= this.#steps.next().done === true;
    return !this.complete;
  }

  /** The block which a text node was read into, or the first that an element is the box of. */
  blockOf(node: Node): Block | undefined {
    return this.#blockOf.get(node);
  }

  /** The number of the block that holds a sentence; -1 where there is none. */
  blockAt(index: number): number {
    if (index < 0 || index >= this.length) return -1;
    let low = 0;
    let high = this.blocks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.blocks[middle]?.firstCue ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  *#cut(blocks: Iterable<Block>): Generator<void, void> {
    for (const block of blocks) {
      yield* this.#cutBlock(block);
      yield;
    }
  }

  *#cutBlock(block: Block): Generator<void, void> {
    const spoken = block.marks.filter(({ say }) => say !== undefined);
    block.firstCue = this.length;
    let open = null as TextSpan | null;
    for (const { start, end } of sentencesOf(block.text, block.lang)) {
      open = { start: open?.start ?? start, end };
      // What is spoken as one is not cut.
      if (spoken.some((mark) => mark.start < end && end < mark.end)) continue;
      this.#add(block, open);
      open = null;
      if (block.size % STEP === 0) yield;
    }
    if (open) this.#add(block, open);
    block.close();
  }

  #add(block: Block, sentence: TextSpan): void {
    if (!isAudible(block.text, sentence)) return;
    if (block.size === 0) {
      this.blocks.push(block);
      for (const node of block.nodes) this.#blockOf.set(node, block);
      if (!this.#blockOf.has(block.element)) this.#blockOf.set(block.element, block);
    }
    block.addSentence(sentence);
    this.length++;
  }
}
