import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listeningQueue } from '../../page/listening-queue.js';

/** Updates a control whenever the queue changes, in this tab or another one. */
export class QueueController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #update = () => this.#host.requestUpdate();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    listeningQueue.addEventListener('change', this.#update);
  }

  hostDisconnected(): void {
    listeningQueue.removeEventListener('change', this.#update);
  }
}
