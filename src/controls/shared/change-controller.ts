import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Updates a control whenever something outside of it changes, such as the settings or the listener's queue. */
export class ChangeController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #source: EventTarget | null;

  /** @param source fires `change`; may be set later, and again */
  constructor(host: ReactiveControllerHost, source: EventTarget | null = null) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  set source(source: EventTarget | null) {
    if (source === this.#source) return;
    this.hostDisconnected();
    this.#source = source;
    this.hostConnected();
  }

  hostConnected(): void {
    this.#source?.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    this.#source?.removeEventListener('change', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
