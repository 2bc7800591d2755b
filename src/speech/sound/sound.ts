import type { Utterance, Word } from '../engine.js';

/** A word and when it begins to be heard, in seconds from the beginning of its utterance. */
export interface TimedWord extends Word {
  readonly time: number;
}

/** When an utterance is heard in a sound, in seconds from the sound's beginning; the words' times count from `start`. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
  readonly words: readonly TimedWord[];
}

/** A piece of sound of which is known when each utterance is heard. */
export interface Sound {
  readonly url: string;
  readonly timeSpans: ReadonlyMap<Utterance, TimeSpan>;
}
