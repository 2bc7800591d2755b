import { loadPanelMessages } from '../../locales/panels/load-panel-messages.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';

/** Those that were loaded for any control, by language: a control that is made later has its texts from its first rendering on. */
const loaded = new Map<string, PanelMessages>();

/** The texts of the panels in the language that was asked for last. */
export class LoadedPanelMessages {
  /** Null until they are loaded. */
  current: PanelMessages | null = null;
  #lang = '';
  readonly #onLoad: () => void;

  constructor(onLoad: () => void) {
    this.#onLoad = onLoad;
  }

  /** @param lang BCP 47 */
  async load(lang: string): Promise<void> {
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.current = loaded.get(lang) ?? this.current;
    if (loaded.has(lang)) return;
    const messages = await loadPanelMessages(lang);
    if (messages.lang === lang) loaded.set(lang, messages);
    if (lang !== this.#lang) return;
    this.current = messages;
    this.#onLoad();
  }
}
