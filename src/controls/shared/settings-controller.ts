import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { settings } from '../../settings/store.js';

/** Updates a control whenever a setting changes. */
export class SettingsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    settings.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    settings.removeEventListener('change', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
