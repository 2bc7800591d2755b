import { ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { de } from '../../locales/de.js';
import type { Messages } from '../../locales/messages.js';
import type { Playback } from '../../playback/playback.js';

/** Carries the playback of a player to the controls in it. */
export const playbackContext = createContext<Playback>(Symbol.for('vorleser-playback'));

/** Carries what the interface says, in the language of the player, to the controls in it. */
export const messagesContext = createContext<Messages>(Symbol.for('vorleser-messages'));

/** Gives a control the playback of the player around it and its texts, and draws it anew whenever either changes. */
export class PlaybackController implements ReactiveController {
  /** Undefined as long as there is no player around the control. */
  playback: Playback | undefined;
  messages: Messages = de;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #events: readonly string[];

  /** @param events what draws the control anew besides `statechange` */
  constructor(host: ReactiveControllerHost & HTMLElement, events: readonly string[] = []) {
    this.#host = host;
    this.#events = ['statechange', ...events];
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
    new ContextConsumer(host, {
      context: messagesContext,
      subscribe: true,
      callback: (messages) => {
        this.messages = messages;
        host.requestUpdate();
      },
    });
  }

  hostConnected(): void {
    for (const type of this.#events) this.playback?.addEventListener(type, this.#update);
  }

  hostDisconnected(): void {
    for (const type of this.#events) this.playback?.removeEventListener(type, this.#update);
  }

  readonly #update = (): void => this.#host.requestUpdate();
}
