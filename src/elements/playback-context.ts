import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Playback } from '../playback/playback.js';

/** Carries the playback of a player to the controls in it. */
export const playbackContext = createContext<Playback>(Symbol.for('vorleser-playback'));

/** Gives a control the playback of the player around it, and draws the control anew whenever that changes. */
export class PlaybackController implements ReactiveController {
  /** Undefined as long as there is no player around the control. */
  playback: Playback | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
    new ContextConsumer(host, {
      context: playbackContext,
      subscribe: true,
      callback: (playback) => {
        this.hostDisconnected();
        this.playback = playback;
        this.hostConnected();
      },
    });
  }

  hostConnected(): void {
    this.playback?.addEventListener('statechange', this.#update);
  }

  hostDisconnected(): void {
    this.playback?.removeEventListener('statechange', this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
