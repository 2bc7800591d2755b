import type { RecordedSentence } from '../../recording/recording.js';
import { sentenceHash } from '../../recording/sentence-hash.js';
import type { Timing, Utterance } from '../engine.js';
import type { TimeSpan } from '../sound/sound.js';

/** How far back a sentence is looked for that shows how many were added or removed before it. */
const LOOK_BACK = 100;

interface Recorded {
  readonly index: number;
  readonly span: TimeSpan;
}

/**
 * The sentences of a recording, found by the text of an utterance. Where a text was recorded several times, the one is taken
 * that follows the sentence found before: an article may have been changed since it was recorded.
 */
export class RecordedSentences {
  /** In the order in which they are heard. */
  readonly #spans: readonly TimeSpan[];
  /** In the order of the article, by the hash of their text. */
  readonly #byHash: ReadonlyMap<string, readonly Recorded[]>;
  readonly #found = new Map<string, Recorded | undefined>();
  /** By the index of a sentence that was found, how many more sentences were before it when it was recorded. */
  readonly #shifts: number[] = [];

  /** @param sentences as a file has them: possibly out of order, overlapping, or empty */
  constructor(sentences: readonly RecordedSentence[]) {
    const recorded = inOrder(sentences).map((sentence, at, { [at + 1]: next }) => ({
      index: sentence.index,
      hash: sentence.hash,
      span: spanOf(sentence, next),
    }));
    this.#spans = recorded.map(({ span }) => span);
    this.#byHash = Map.groupBy(
      recorded.toSorted((one, other) => one.index - other.index),
      ({ hash }) => hash,
    );
  }

  get size(): number {
    return this.#spans.length;
  }

  has(utterance: Utterance): boolean {
    return this.get(utterance) !== undefined;
  }

  get(utterance: Utterance): TimeSpan | undefined {
    const { text, index = 0 } = utterance;
    const hash = sentenceHash(text);
    const key = `${index} ${hash}`;
    if (!this.#found.has(key)) this.#found.set(key, this.#find(hash, index));
    return this.#found.get(key)?.span;
  }

  values(): MapIterator<TimeSpan> {
    return this.#spans.values();
  }

  /** The times of an utterance, or null. */
  timing(utterance: Utterance): Timing | null {
    const span = this.get(utterance);
    if (!span) return null;
    const next = this.#spans[this.#spans.indexOf(span) + 1];
    return { duration: span.end - span.start, pause: next ? next.start - span.end : 0 };
  }

  #find(hash: string, index: number): Recorded | undefined {
    const expected = index + this.#shiftBefore(index);
    const found = nearest(this.#byHash.get(hash) ?? [], expected);
    if (found) this.#shifts[index] = found.index - index;
    return found;
  }

  #shiftBefore(index: number): number {
    for (let before = index - 1; before >= Math.max(0, index - LOOK_BACK); before--) {
      const shift = this.#shifts[before];
      if (shift !== undefined) return shift;
    }
    return 0;
  }
}

/** The sentences that can be heard, in the order in which they begin; of those that begin at once, the first. */
function inOrder(sentences: readonly RecordedSentence[]): RecordedSentence[] {
  return sentences
    .filter(({ start, end }) => start >= 0 && end > start)
    .sort((one, other) => one.start - other.start)
    .filter(({ start }, at, { [at - 1]: before }) => start !== before?.start);
}

/** The time span of a sentence, up to the beginning of the next one. */
function spanOf(
  { start, end: last, words = [] }: RecordedSentence,
  next?: RecordedSentence,
): TimeSpan {
  const end = Math.min(last, next?.start ?? Infinity);
  const timed = words
    .map(([from, to, seconds]) => ({ start: from, end: to, time: seconds - start }))
    .filter(({ time }) => time >= 0 && time < end - start)
    .sort((one, other) => one.time - other.time);
  return { start, end, words: timed };
}

/** The sentence whose index is nearest to a number, of sentences in order. */
function nearest(sorted: readonly Recorded[], index: number): Recorded | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.index ?? Infinity) < index) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [sorted[low - 1], sorted[low]];
  if (!before || !after) return before ?? after;
  return index - before.index < after.index - index ? before : after;
}
