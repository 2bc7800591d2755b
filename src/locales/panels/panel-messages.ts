import type { de } from './de.js';

/** The texts of controls with a `PanelMessagesController`: the settings, the list of keys, the mini bar and others. */
export type PanelMessages = typeof de;
