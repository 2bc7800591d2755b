import { type Context, ContextConsumer, createContext } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterPaint } from '../../highlight/after-paint.js';
import { de } from '../../locales/de.js';
import type { Messages } from '../../locales/messages.js';
import type { Playback } from '../../playback/playback.js';

/** Provides a player's playback to the controls in it. */
export const playbackContext = createContext<Playback>(Symbol.for('vorleser-playback'));

/** Provides the texts of the interface, in the player's language, to the controls in it. */
export const messagesContext = createContext<Messages>(Symbol.for('vorleser-messages'));

/** The controls that wait for the next paint. */
const waiting = new Set<ReactiveControllerHost>();

function updateAfterPaint(host: ReactiveControllerHost): void {
  if (waiting.size === 0) afterPaint(updateWaiting);
  waiting.add(host);
}

function updateWaiting(): void {
  for (const host of waiting) host.requestUpdate();
  waiting.clear();
}

/**
 * Gives a control the playback and the texts of the player around it, and updates the control when either changes. What follows the
 * playback waits for the next paint, so that the press that changes it is answered before.
 */
export class PlaybackController implements ReactiveController {
  /** Undefined while there is no player around the control. */
  playback: Playback | undefined;
  messages: Messages = de;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #events: readonly string[];
  readonly #update: () => void;

  /**
   * @param events events of the playback that update the control, besides `statechange`
   * @param update updates the control then
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    events: readonly string[] = [],
    update = updateAfterPaint,
  ) {
    this.#host = host;
    this.#events = ['statechange', ...events];
    this.#update = () => update(host);
    host.addController(this);
    const consume = () => {
      this.#consume(playbackContext, (playback) => {
        this.hostDisconnected();
        this.playback = playback;
        this.hostConnected();
      });
      this.#consume(messagesContext, (messages) => {
        this.messages = messages;
        host.requestUpdate();
      });
    };
    // Hydration takes over what a server has rendered, which knew no player.
    if (host.shadowRoot) void host.updateComplete.then(consume);
    else consume();
  }

  #consume<Value>(context: Context<unknown, Value>, callback: (value: Value) => void): void {
    new ContextConsumer(this.#host, { context, callback, subscribe: true });
  }

  hostConnected(): void {
    for (const type of this.#events) this.playback?.addEventListener(type, this.#update);
  }

  hostDisconnected(): void {
    for (const type of this.#events) this.playback?.removeEventListener(type, this.#update);
  }
}
