import { outermost } from './annotation.js';
import type { Block } from './block.js';
import type { Cue } from './cue.js';
import { lastStart } from './last-start.js';
import { declaredLanguage } from './declared-language.js';
import type { NarrationOptions } from './narration-options.js';
import { isAudible, sentencesOf } from './sentences.js';
import type { TextSpan } from './text-span.js';
import { walkBlocks } from './walk.js';

/** How many sentences of a block are split off in one step, so that no step takes long. */
const SENTENCES_PER_STEP = 100;

/** Cues by their blocks; a block's array has gaps where no cue was requested. */
export type CuesByBlock = Map<Block, Cue[]>;

/** One pass over an article: its blocks, each split into sentences, as far as they were requested. */
export class Segmentation {
  /** The language of the article, BCP 47. */
  readonly lang: string;
  readonly blocks: Block[] = [];
  /** The number of sentences so far. */
  length = 0;
  complete = false;
  /** The cues that were requested. */
  cues: CuesByBlock = new Map();
  readonly #steps: Generator<void, void>;
  readonly #blocksOf = new Map<Element, Block[]>();

  /**
   * @param onShadow called with each open shadow root that is entered
   */
  constructor(root: Element, options: NarrationOptions, onShadow: (root: ShadowRoot) => void) {
    this.lang = options.language?.(root) ?? declaredLanguage(root) ?? 'de';
    this.#steps = this.#run(walkBlocks(root, options, onShadow, this.lang));
  }

  /** Does a little more of the work. @returns whether there is more to do */
  step(): boolean {
    this.complete ||= this.#steps.next().done === true;
    return !this.complete;
  }

  /** The block that contains a text node; for the element of a block, the first block of that element. */
  blockOf(node: Node): Block | undefined {
    for (let at: Node | null = node; at; at = flatTreeParent(at)) {
      const blocks = this.#blocksOf.get(at as Element);
      if (blocks && at === node) return blocks[0];
      const found = blocks?.find((block) => block.nodes.includes(node as Text));
      if (found) return found;
    }
    return undefined;
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
    const indivisible = outermost(block.annotations.filter(({ spoken }) => spoken !== undefined));
    block.firstCue = this.length;
    let open = null as TextSpan | null;
    for (const { start, end } of sentencesIn(block)) {
      open = { start: open?.start ?? start, end };
      // Text with a spoken alternative is spoken as one, so no sentence ends within it.
      if (isWithin(indivisible, end)) continue;
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
      const ofElement = this.#blocksOf.get(block.element);
      if (ofElement) ofElement.push(block);
      else this.#blocksOf.set(block.element, [block]);
    }
    block.addSentence(sentence);
    this.length++;
  }
}

/** The sentences of a block, none of which goes on after a line that is set apart. */
function* sentencesIn(block: Block): Generator<TextSpan, void> {
  let from = 0;
  for (const line of block.lines) {
    for (const { start, end } of sentencesOf(line, block.lang))
      yield { start: from + start, end: from + end };
    from += line.length;
  }
}

/** Whether a position is within a span, not at its ends. The spans are in order and do not overlap. */
function isWithin(spans: readonly TextSpan[], position: number): boolean {
  const span = spans[lastStart(spans.length, (index) => spans[index]?.start ?? 0, position - 1)];
  return span !== undefined && span.start < position && position < span.end;
}

/** The parent as the page is laid out: for a child of a shadow host its slot, for a shadow root its host. */
function flatTreeParent(node: Node): Node | null {
  return (node as Text).assignedSlot ?? node.parentNode ?? (node as ShadowRoot).host ?? null;
}
