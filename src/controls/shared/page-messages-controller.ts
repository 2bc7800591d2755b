import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { interfaceLanguage } from '../../locales/locales.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { settings } from '../../settings/store.js';
import { ChangeController } from './change-controller.js';
import { closestPlayer } from './closest-player.js';
import { LoadedPanelMessages } from './loaded-panel-messages.js';

/** Gives a control that may stand outside of players its texts, in the language that the listener has chosen, else that of the page. */
export class PageMessagesController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #loaded: LoadedPanelMessages;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#loaded = new LoadedPanelMessages(() => host.requestUpdate());
    host.addController(this);
    new ChangeController(host, settings);
  }

  /** Null until they are loaded; the control renders nothing before that. */
  get panel(): PanelMessages | null {
    return this.#loaded.current;
  }

  hostUpdate(): void {
    const place = closestPlayer(this.#host) ?? this.#host;
    const ofPage = place.closest('[lang]')?.getAttribute('lang');
    const lang = interfaceLanguage(settings.current.language, place.lang, ofPage);
    void this.#loaded.load(lang);
  }
}
