import type { ReactiveControllerHost } from 'lit';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { LoadedPanelMessages } from './loaded-panel-messages.js';
import { PlaybackController } from './playback-context.js';

/** A PlaybackController for controls outside of the default bar, which have texts of their own. */
export class PanelMessagesController extends PlaybackController {
  readonly #loaded: LoadedPanelMessages;

  constructor(host: ReactiveControllerHost & HTMLElement, events: readonly string[] = []) {
    super(host, events);
    this.#loaded = new LoadedPanelMessages(() => host.requestUpdate());
  }

  /** Null until they are loaded; the control renders nothing before that. */
  get panel(): PanelMessages | null {
    return this.#loaded.current;
  }

  hostUpdate(): void {
    const { lang } = this.messages;
    void this.#loaded.load(lang);
  }
}
