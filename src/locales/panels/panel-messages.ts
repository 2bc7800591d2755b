import type { de } from './de.js';

/** What those parts of the interface say that are fetched when they are used, in one language. */
export type More = typeof de;
