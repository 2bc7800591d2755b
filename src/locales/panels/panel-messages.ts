import type { de } from './de.js';

/** The texts of the settings, the list of keys, the mini bar and the other controls outside of the default bar. */
export type PanelMessages = typeof de;
