import type { Block, Cue, Narration } from '../narration/index.js';

/** The time a voice takes for a character at rate 1, in seconds; the embedded voice's, measured over the first article. */
export const SECONDS_A_CHARACTER = 0.056;

/** The silences that a text asks for at rate 1, in seconds. */
const PAUSE = { sentence: 0.3, block: 0.6, heading: 0.9 };

/** The silence after a cue and before the next, in seconds at rate 1. */
export function pauseBetween(cue: Cue, next: Cue | undefined): number {
  if (!next) return 0;
  return cue.sharesBlockWith(next) ? PAUSE.sentence : pauseBetweenBlocks(cue, next);
}

function pauseBetweenBlocks(one: { heading: boolean }, next: { heading: boolean }): number {
  return one.heading || next.heading ? PAUSE.heading : PAUSE.block;
}

/**
 * When each cue of a narration is heard, in seconds at rate 1: estimated from its length, until an engine tells how long
 * it takes. Holds one number a block, however many cues that has.
 */
export class Timeline {
  readonly #narration: Narration;
  #blocks: readonly Block[];
  /** When each block begins, as far as that was asked for. */
  readonly #starts: number[] = [];
  readonly #known = new Map<Cue, number>();
  /** The same by block and number, for the blocks that the narration has now. */
  #knownIn = new Map<Block, number[]>();

  constructor(narration: Narration) {
    this.#narration = narration;
    this.#blocks = narration.blocks;
  }

  /** When the last cue that is cut so far ends. */
  get end(): number {
    const last = this.#blocks.length - 1;
    return last < 0 ? 0 : this.#startOf(last) + this.#lengthOf(last);
  }

  /** Sets a cue's times. */
  stamp(cue: Cue): Cue {
    if (cue.gone) return cue;
    const number = this.#narration.blockNumber(cue.index);
    cue.startTime = this.#startOf(number) + this.#lengthOf(number, cue.ordinal);
    cue.endTime = cue.startTime + this.#durationOf(number, cue.ordinal);
    return cue;
  }

  /** The index of the cue under a time, in seconds; cuts as far as that. */
  indexAt(seconds: number): number {
    let number = 0;
    while (
      this.#narration.at(this.#narration.blocks[number + 1]?.firstCue ?? this.#narration.length) &&
      this.#startOf(number + 1) <= seconds
    )
      number++;
    const block = this.#narration.blocks[number];
    if (!block) return 0;
    let ordinal = 0;
    while (
      ordinal + 1 < block.size &&
      this.#startOf(number) + this.#lengthOf(number, ordinal + 1) <= seconds
    )
      ordinal++;
    return block.firstCue + ordinal;
  }

  /** @returns whether that changes anything */
  setDuration(cue: Cue, seconds: number): boolean {
    if (this.#known.get(cue) === seconds) return false;
    this.#known.set(cue, seconds);
    this.#learn(cue, seconds);
    const number = this.#narration.blockNumber(cue.index);
    this.#starts.length = Math.min(this.#starts.length, number + 1);
    return true;
  }

  #learn(cue: Cue, seconds: number): void {
    const block = this.#narration.blocks[this.#narration.blockNumber(cue.index)];
    if (!block || cue.gone) return;
    const known = this.#knownIn.get(block) ?? [];
    known[cue.ordinal] = seconds;
    this.#knownIn.set(block, known);
  }

  /** Begins anew after the narration has changed; what was learnt of cues that still stand holds. */
  #refresh(): void {
    if (this.#blocks === this.#narration.blocks) return;
    this.#blocks = this.#narration.blocks;
    this.#starts.length = 0;
    this.#knownIn = new Map();
    for (const [cue, seconds] of this.#known) this.#learn(cue, seconds);
  }

  #startOf(number: number): number {
    this.#refresh();
    for (let next = this.#starts.length; next <= number; next++) {
      const [previous, block] = [this.#blocks[next - 1], this.#blocks[next]];
      this.#starts[next] =
        previous && block
          ? (this.#starts[next - 1] ?? 0) +
            this.#lengthOf(next - 1) +
            pauseBetweenBlocks(previous, block)
          : 0;
    }
    return this.#starts[number] ?? 0;
  }

  /** How long a block takes up to one of its cues, or whole, in seconds. */
  #lengthOf(number: number, before?: number): number {
    const cues = before ?? this.#blocks[number]?.size ?? 0;
    let length = (before === undefined ? cues - 1 : cues) * PAUSE.sentence;
    for (let ordinal = 0; ordinal < cues; ordinal++) length += this.#durationOf(number, ordinal);
    return length;
  }

  #durationOf(number: number, ordinal: number): number {
    const block = this.#blocks[number];
    if (!block) return 0;
    const { start, end } = block.sentence(ordinal);
    return this.#knownIn.get(block)?.[ordinal] ?? (end - start) * SECONDS_A_CHARACTER;
  }
}
