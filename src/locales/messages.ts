import type { de } from './de.js';

/** The texts of the default bar, in one language. */
export type Messages = typeof de;
