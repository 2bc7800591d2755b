import type { Utterance } from '../engine.js';
import type { TimedWord } from '../words.js';

/** When an utterance is heard in a sound, in seconds from the sound's beginning; the words' times count from `start`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly words: readonly TimedWord[];
}

/** A piece of sound of which is known when each utterance is heard. */
export interface Sound {
  readonly url: string;
  readonly spans: ReadonlyMap<Utterance, Span>;
}
