import type { Utterance, Word } from '../engine.js';

/** A word and its start time, in seconds from the beginning of its utterance. */
export interface TimedWord extends Word {
  readonly time: number;
}

/** The time of an utterance in a sound, in seconds from the beginning of the sound. The words' times count from `start`. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  readonly words: readonly TimedWord[];
}

/** An audio file, and the times of its utterances. */
export interface Sound {
  /** Absent if it is what the element already plays, such as a page's recording. */
  readonly file?: Blob;
  /** In the order in which they are heard. */
  readonly timeSpans: Pick<ReadonlyMap<Utterance, TimeSpan>, 'get' | 'has' | 'values'>;
}
