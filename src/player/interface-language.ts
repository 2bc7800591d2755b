import { ContextProvider } from '@lit/context';
import { de } from '../locales/de.js';
import { interfaceLanguage, loadMessages } from '../locales/locales.js';
import type { Messages } from '../locales/messages.js';
import { settings } from '../settings/settings.js';
import { findArticle } from '../page/find-article.js';
import { messagesContext } from '../controls/shared/playback-context.js';
import type { VorleserPlayer } from './vorleser-player.js';

/** Chooses the language of a player's interface, fetches its texts, and gives them to the controls. */
export class InterfaceLanguage {
  /** What the interface says; German until others have arrived. */
  messages: Messages = de;
  readonly #player: VorleserPlayer;
  readonly #internals: ElementInternals;
  readonly #provider;
  /** The language that was chosen, also before its texts are there. */
  #lang = de.lang;

  /** @param internals which the player is named by */
  constructor(player: VorleserPlayer, internals: ElementInternals) {
    this.#player = player;
    this.#internals = internals;
    internals.ariaLabel = de.player;
    this.#provider = new ContextProvider(player, { context: messagesContext, initialValue: de });
  }

  /** The listener's own, else the player's, else that of the page around it. @returns whether it is another one now */
  async choose(): Promise<boolean> {
    const around = this.#player.closest('[lang]')?.getAttribute('lang');
    const lang = interfaceLanguage(settings.chosen.language, this.#player.lang, around);
    if (lang === this.#lang) return false;
    this.#lang = lang;
    const messages = await loadMessages(lang);
    if (lang !== this.#lang) return false;
    this.messages = messages;
    this.nameRegion();
    this.#provider.setValue(messages);
    this.#player.requestUpdate();
    return true;
  }

  /** Where a page has several players, each is told from the others by its article's first heading. */
  nameRegion(): void {
    const { localName } = this.#player;
    const { player } = this.messages;
    const several = document.querySelectorAll(localName).length > 1;
    const heading = findArticle(this.#player)?.querySelector('h1, h2, h3, h4, h5, h6');
    const title = several && heading?.textContent?.replace(/\s+/g, ' ').trim();
    this.#internals.ariaLabel = title ? `${player}: ${title}` : player;
  }
}
