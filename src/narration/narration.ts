import type { Block } from './block.js';
import { Cue } from './cue.js';
import { segmentSentences } from './sentences.js';
import { walkBlocks } from './walk.js';

export interface NarrationOptions {
  /** A CSS selector of elements that are not read. */
  readonly skip?: string;
}

/**
 * What is read of an article, cut into cues block by block as it is asked for.
 *
 * @param root the element whose text is read
 * @throws a SyntaxError DOMException when `skip` is no valid selector
 */
export function createNarration(root: Element, options: NarrationOptions = {}): Narration {
  return new Narration(root, options);
}

export class Narration {
  readonly root: Element;
  readonly #cues: Cue[] = [];
  readonly #blocks: Generator<Block, void>;
  readonly #blockOf = new WeakMap<Node, { block: Block; firstCue: number }>();
  #complete = false;

  constructor(root: Element, { skip = '' }: NarrationOptions) {
    if (skip !== '') root.matches(skip);
    this.root = root;
    this.#blocks = walkBlocks(root, skip);
  }

  /** The cues cut so far, in reading order. */
  get cues(): readonly Cue[] {
    return this.#cues;
  }

  /** Whether the whole article has been cut. */
  get complete(): boolean {
    return this.#complete;
  }

  /** The cue at an index, cut now if it was not yet; undefined past the end. */
  at(index: number): Cue | undefined {
    while (index >= this.#cues.length && this.#cutNextBlock());
    return this.#cues[index];
  }

  /** The index of the cue at a place in the page, or the next one after it in its block; -1 where nothing is read. */
  indexAt(node: Node, offset: number): number {
    while (!this.#blockOf.has(node) && this.#cutNextBlock());
    const found = this.#blockOf.get(node);
    const position = found?.block.position(node, offset);
    if (!found || position == null) return -1;
    let index = found.firstCue;
    for (let cue = this.#cues[index]; cue && cue.compare(position) > 0; cue = this.#cues[index]) {
      const next = this.#cues[index + 1];
      if (!next?.sharesBlockWith(cue)) break;
      index++;
    }
    return index;
  }

  /** Cuts what is left, a few milliseconds at a time. Resolves true when all is cut, false when aborted. */
  async cutAll(signal: AbortSignal): Promise<boolean> {
    while (!this.#complete && !signal.aborted) {
      const until = performance.now() + 5;
      while (performance.now() < until && this.#cutNextBlock());
      if (!this.#complete) await new Promise((resolve) => setTimeout(resolve));
    }
    return this.#complete;
  }

  #cutNextBlock(): boolean {
    const { value: block, done } = this.#blocks.next();
    if (done) {
      this.#complete = true;
      return false;
    }
    const firstCue = this.#cues.length;
    for (const stretch of segmentSentences(block.text, block.lang)) {
      const text = block.text.slice(stretch.start, stretch.end);
      if (/[\p{L}\p{N}]/u.test(text)) this.#cues.push(new Cue(this.#cues.length, block, stretch));
    }
    if (this.#cues.length > firstCue) {
      for (const node of block.nodes) this.#blockOf.set(node, { block, firstCue });
    }
    return true;
  }
}
