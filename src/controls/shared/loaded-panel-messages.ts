import { loadPanelMessages } from '../../locales/panels/load-panel-messages.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';

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
    const messages = await loadPanelMessages(lang);
    if (lang !== this.#lang) return;
    this.current = messages;
    this.#onLoad();
  }
}
