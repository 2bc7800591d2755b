import type { Block } from './block.js';
import type { Cue } from './cue.js';
import { lastStart } from './last-start.js';
import { declaredLanguage } from './declared-language.js';
import type { NarrationOptions } from './narration-options.js';
import { isAudible, sentencesOf } from './sentences.js';
import type { TextSpan } from './text-span.js';
import { Walk } from './walk.js';

/** How many sentences of a block are split off in one step, so that no step takes long. */
const SENTENCES_PER_STEP = 100;

/** One pass over an article: its blocks, each split into sentences, as far as they were requested. */
export class Segmentation {
  /** The language of the article, BCP 47. */
  readonly lang: string;
  readonly blocks: Block[] = [];
  /** The number of sentences so far. */
  length = 0;
  complete = false;
  /** The cues that were requested, by their indices; with gaps for the others. */
  readonly cues: Cue[] = [];
  readonly #steps: Generator<void, void>;
  readonly #readUpTo: NarrationOptions['readUpTo'];
  readonly #blocksOf = new Map<Node, Block>();

  /**
   * @param onShadow called with each open shadow root that is entered
   */
  constructor(root: Element, options: NarrationOptions, onShadow: (root: ShadowRoot) => void) {
    this.lang = options.language?.(root) ?? declaredLanguage(root) ?? 'de';
    this.#readUpTo = options.readUpTo;
    this.#steps = this.#run(new Walk(root, this.lang, options, onShadow).blocks());
  }

  /** Does a little more of the work. @returns whether there is more to do */
  step(): boolean {
    this.complete ||= this.#steps.next().done === true;
    return !this.complete;
  }

  /** The block that contains a text node; for the element of a block, the first block of that element. */
  blockOf(node: Node): Block | undefined {
    return this.#blocksOf.get(node);
  }

  /** The number of the block that contains the sentence with an index; -1 if there is none. */
  blockAt(index: number): number {
    if (index < 0 || index >= this.length) return -1;
    return lastStart(this.blocks.length, (block) => this.blocks[block]?.firstCue ?? 0, index);
  }

  *#run(blocks: Iterable<Block | null>): Generator<void, void> {
    for (const block of blocks) {
      if (block) yield* this.#split(block);
      yield;
    }
  }

  *#split(block: Block): Generator<void, void> {
    const indivisible = block.annotations.filter(({ spoken }) => spoken !== undefined);
    block.firstCue = this.length;
    let open = null as TextSpan | null;
    const limit = this.#readUpTo?.(block.text, block.element) ?? Infinity;
    for (const { start, end } of sentencesIn(block, limit)) {
      open = { start: open?.start ?? start, end };
      // Text with a spoken alternative is spoken as one, so no sentence ends within it.
      if (indivisible.some((span) => span.start < end && end < span.end)) continue;
      this.#add(block, open);
      open = null;
      if (block.size % SENTENCES_PER_STEP === 0) yield;
    }
    if (open) this.#add(block, open);
    block.close();
  }

  #add(block: Block, sentence: TextSpan): void {
    if (!isAudible(block.text, sentence)) return;
    if (block.size === 0) {
      this.blocks.push(block);
      for (const node of [block.element, ...block.nodes])
        if (!this.#blocksOf.has(node)) this.#blocksOf.set(node, block);
    }
    block.addSentence(sentence);
    this.length++;
  }
}

/** The sentences of a block up to a position, none of which goes on after a line that is set apart. */
function* sentencesIn(block: Block, limit: number): Generator<TextSpan, void> {
  let from = 0;
  for (const line of block.lines) {
    const read = line.slice(0, Math.max(0, limit - from));
    for (const { start, end } of sentencesOf(read, block.lang))
      yield { start: from + start, end: from + end };
    from += line.length;
  }
}
