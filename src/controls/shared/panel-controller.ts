import type { ReactiveControllerHost } from 'lit';
import { loadMore } from '../../locales/panels/load.js';
import type { More } from '../../locales/panels/panel-messages.js';
import { PlaybackController } from './playback-context.js';

/** Gives a control that is fetched late the texts that are fetched with it, besides what every control gets. */
export class LateController extends PlaybackController {
  /** Null until they have arrived; there is nothing to be drawn before. */
  more: More | null = null;
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
    void loadMore(lang).then((more) => {
      if (lang !== this.#lang) return;
      this.more = more;
      this.#host.requestUpdate();
    });
  }
}
