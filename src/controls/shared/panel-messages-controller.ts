import type { ReactiveControllerHost } from 'lit';
import { loadPanelMessages } from '../../locales/panels/load-panel-messages.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { PlaybackController } from './playback-context.js';

/** A PlaybackController for controls outside of the default bar, which have texts of their own. */
export class PanelMessagesController extends PlaybackController {
  /** Null until they are loaded; the control renders nothing before that. */
  panel: PanelMessages | null = null;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #lang = '';

  constructor(host: ReactiveControllerHost & HTMLElement, events: readonly string[] = []) {
    super(host, events);
    this.#host = host;
  }

  hostUpdate(): void {
    const { lang } = this.messages;
    if (lang === this.#lang) return;
    this.#lang = lang;
    void loadPanelMessages(lang).then((panel) => {
      if (lang !== this.#lang) return;
      this.panel = panel;
      this.#host.requestUpdate();
    });
  }
}
