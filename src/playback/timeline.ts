import type { Block, Cue, Narration } from '../narration/index.js';
import type { CueTiming, TimingOf } from '../narration/navigable-narration.js';
import { PAUSE, pauseBetweenBlocks } from '../narration/pause-between.js';
import { PrefixSums } from './prefix-sums.js';
import { SECONDS_PER_CHARACTER } from './speaking-pace.js';

/** How many characters must have been heard before a voice's own pace is trusted. */
const ENOUGH_CHARACTERS = 200;

/** A narration, and the times of its cues where they are known before they are spoken. */
export interface TimedNarration extends Narration {
  readonly timingOf?: TimingOf | null;
}

/**
 * The times of a narration's cues, in seconds at rate 1: estimated from the length of the text and the voice's own pace,
 * until the duration of a cue is known. Holds a few numbers per block, however many cues the block has, and those of every cue
 * where its narration has a `timingOf`, as with a recording.
 */
export class Timeline {
  readonly #narration: TimedNarration;
  /** That of the narration for which the sums were made. */
  #timingOf: TimingOf | null = null;
  /** What it returned, by block and ordinal. */
  #timings = new Map<Block, (CueTiming | null)[]>();
  #pauses: number;
  #blocks: readonly Block[];
  /** Per block: the seconds that are known, with the silence before it; the characters without a known duration; 1 for a paragraph. */
  #seconds = new PrefixSums();
  #characters = new PrefixSums();
  #paragraphs = new PrefixSums();
  readonly #known = new Map<Cue, number>();
  /** The same sums by block and ordinal, for the current blocks of the narration. */
  #knownIn = new Map<Block, number[]>();
  /** The sum of everything known, for the voice's own pace. */
  #heard = { seconds: 0, characters: 0 };

  /** @param pauses the length of the silences between paragraphs, as a factor */
  constructor(narration: TimedNarration, pauses = 1) {
    this.#narration = narration;
    this.#pauses = pauses;
    this.#blocks = narration.blocks;
  }

  /** The length of the silences between paragraphs, as a factor. */
  set pauses(pauses: number) {
    this.#pauses = pauses;
    this.#blocks = [];
  }

  /** When the last cue so far ends. */
  get end(): number {
    return this.#endOf(Infinity);
  }

  /** The number of paragraphs up to and including a block, by its number from 0. Headings do not count. */
  paragraphsTo(number: number): number {
    return this.#paragraphs.of(this.#addUp(number + 1));
  }

  /** Sets a cue's times. */
  stamp(cue: Cue): Cue {
    if (cue.gone) return cue;
    const number = this.#narration.blockNumber(cue.index);
    cue.startTime = this.#startOf(number) + this.#lengthTo(number, cue.ordinal);
    cue.endTime = cue.startTime + this.#durationOf(number, cue.ordinal);
    return cue;
  }

  /** The index of the cue under a time, in seconds; cuts as far as that. */
  indexAt(seconds: number): number {
    while (this.end <= seconds && this.#narration.at(this.#narration.length));
    let [number, beyond] = [0, this.#blocks.length];
    while (beyond - number > 1) {
      const middle = (number + beyond) >> 1;
      if (this.#startOf(middle) <= seconds) number = middle;
      else beyond = middle;
    }
    const block = this.#blocks[number];
    if (!block) return 0;
    const start = this.#startOf(number);
    let ordinal = 0;
    while (ordinal + 1 < block.size && start + this.#lengthTo(number, ordinal + 1) <= seconds)
      ordinal++;
    return block.firstCue + ordinal;
  }

  /** Sets the duration of a cue that was heard. @returns whether that changes anything */
  setDuration(cue: Cue, seconds: number): boolean {
    const before = this.#known.get(cue);
    if (before === seconds) return false;
    this.#known.set(cue, seconds);
    this.#heard.seconds += seconds - (before ?? 0);
    if (before === undefined) this.#heard.characters += cue.text.length;
    this.#refresh();
    const timing = this.#timingOf?.(cue);
    if (before === undefined && timing?.duration === seconds) return false;
    if (timing)
      this.#blocks = []; // The silence after it is the recording's, or no longer.
    else this.#learn(cue, seconds);
    return true;
  }

  #learn(cue: Cue, seconds: number): void {
    if (cue.gone) return;
    const number = this.#narration.blockNumber(cue.index);
    const block = this.#blocks[number];
    if (!block) return;
    const known = this.#knownIn.get(block) ?? [];
    const before = known[cue.ordinal];
    known[cue.ordinal] = seconds;
    this.#knownIn.set(block, known);
    if (number >= this.#seconds.length) return;
    this.#seconds.add(number, seconds - (before ?? 0));
    if (before === undefined) this.#characters.add(number, -charactersOf(block, cue.ordinal));
  }

  /** Starts over after the narration has changed. The durations of cues that are still there are kept. */
  #refresh(): void {
    const { blocks, timingOf = null } = this.#narration;
    if (this.#blocks === blocks && this.#timingOf === timingOf) return;
    this.#blocks = blocks;
    this.#timingOf = timingOf;
    this.#timings = new Map();
    [this.#seconds, this.#characters, this.#paragraphs] = [
      new PrefixSums(),
      new PrefixSums(),
      new PrefixSums(),
    ];
    this.#knownIn = new Map();
    for (const [cue, seconds] of this.#known) this.#learn(cue, seconds);
  }

  /** Adds up the first blocks, as far as they are cut. @returns how many */
  #addUp(blocks: number): number {
    this.#refresh();
    const count = Math.min(blocks, this.#blocks.length);
    for (let number = this.#seconds.length; number < count; number++) {
      const block = this.#blocks[number] as Block;
      let seconds = this.#silenceBefore(number);
      let characters = 0;
      for (let ordinal = 0; ordinal < block.size; ordinal++) {
        const known = this.#knownDuration(block, ordinal);
        if (known === undefined) characters += charactersOf(block, ordinal);
        else seconds += known;
        if (ordinal < block.size - 1) seconds += this.#silenceAfter(block, ordinal);
      }
      this.#seconds.push(seconds);
      this.#characters.push(characters);
      this.#paragraphs.push(block.heading ? 0 : 1);
    }
    return count;
  }

  /** Seconds per character. */
  get #pace(): number {
    const { seconds, characters } = this.#heard;
    return characters < ENOUGH_CHARACTERS ? SECONDS_PER_CHARACTER : seconds / characters;
  }

  /** When the first blocks have been heard, as many as `blocks`. */
  #endOf(blocks: number): number {
    const count = this.#addUp(blocks);
    return this.#seconds.of(count) + this.#characters.of(count) * this.#pace;
  }

  /** When a block begins to be heard. */
  #startOf(number: number): number {
    return this.#endOf(number) + this.#silenceBefore(number);
  }

  /** The silence before a block. */
  #silenceBefore(number: number): number {
    const [previous, block] = [this.#blocks[number - 1], this.#blocks[number]];
    if (!previous || !block) return 0;
    const recorded = this.#recordedSilence(previous, previous.size - 1);
    return recorded ?? pauseBetweenBlocks(previous, block) * this.#pauses;
  }

  /** The silence after a cue that is not the last one of its block. */
  #silenceAfter(block: Block, ordinal: number): number {
    return this.#recordedSilence(block, ordinal) ?? PAUSE.sentence;
  }

  /** The silence that a recording has after a cue, unless another engine has read that. */
  #recordedSilence(block: Block, ordinal: number): number | undefined {
    const timing = this.#timing(block, ordinal);
    const known = this.#knownIn.get(block)?.[ordinal];
    return known === undefined || known === timing?.duration ? timing?.pause : undefined;
  }

  /** The duration of a cue, if it was heard or recorded. */
  #knownDuration(block: Block, ordinal: number): number | undefined {
    return this.#knownIn.get(block)?.[ordinal] ?? this.#timing(block, ordinal)?.duration;
  }

  #timing(block: Block, ordinal: number): CueTiming | null {
    if (!this.#timingOf) return null;
    const ofBlock = this.#timings.get(block) ?? [];
    this.#timings.set(block, ofBlock);
    const timing = ofBlock[ordinal];
    if (timing !== undefined) return timing;
    const cue = this.#narration.at(block.firstCue + ordinal);
    return (ofBlock[ordinal] = cue ? this.#timingOf(cue) : null);
  }

  /** The seconds from a block's beginning to one of its cues. */
  #lengthTo(number: number, ordinal: number): number {
    const block = this.#blocks[number];
    if (!block) return 0;
    let length = 0;
    for (let each = 0; each < ordinal; each++)
      length += this.#durationOf(number, each) + this.#silenceAfter(block, each);
    return length;
  }

  #durationOf(number: number, ordinal: number): number {
    const block = this.#blocks[number];
    if (!block) return 0;
    return this.#knownDuration(block, ordinal) ?? charactersOf(block, ordinal) * this.#pace;
  }
}

function charactersOf(block: Block, ordinal: number): number {
  const { start, end } = block.sentence(ordinal);
  return end - start;
}
