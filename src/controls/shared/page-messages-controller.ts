import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { interfaceLanguage } from '../../locales/locales.js';
import { loadPanelMessages } from '../../locales/panels/load-panel-messages.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { settings } from '../../settings/store.js';
import { ChangeController } from './change-controller.js';
import { closestPlayer } from './closest-player.js';

/** Gives a control that may stand outside of players its texts, in the language that the listener has chosen, else that of the page. */
export class PageMessagesController implements ReactiveController {
  /** Null until they are loaded; the control renders nothing before that. */
  panel: PanelMessages | null = null;
  readonly #host: ReactiveControllerHost & HTMLElement;
  #lang = '';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    new ChangeController(host, settings);
  }

  hostUpdate(): void {
    const place = closestPlayer(this.#host) ?? this.#host;
    const ofPage = place.closest('[lang]')?.getAttribute('lang');
    const lang = interfaceLanguage(settings.current.language, place.lang, ofPage);
    if (lang === this.#lang) return;
    this.#lang = lang;
    void loadPanelMessages(lang).then((panel) => {
      if (lang !== this.#lang) return;
      this.panel = panel;
      this.#host.requestUpdate();
    });
  }
}
