import type { de } from './de.js';

/** What the interface says in one language. */
export type Messages = typeof de;
