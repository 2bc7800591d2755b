import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates a control whenever something outside of it changes, such as the settings or the listener's queue. */
export class ChangeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: EventTarget;

  /** @param source fires `change` */
  constructor(host: ReactiveControllerHost, source: EventTarget) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#source.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#source.removeEventListener('change', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
