import { ContextProvider } from '@lit/context';
import { isServer, type ReactiveElement } from 'lit';
import { messagesContext } from '../controls/shared/playback-context.js';
import { de } from '../locales/de.js';
import { interfaceLanguage, loadMessages } from '../locales/locales.js';
import type { Messages } from '../locales/messages.js';
import type { ArticleHost } from '../page/article-host.js';
import { findArticle } from '../page/find-article.js';
import { settings } from '../settings/store.js';

/** Chooses the language of a player's interface, loads its texts, and provides them to the controls. */
export class InterfaceLanguage {
  /** The texts of the interface; German until others are loaded. */
  messages: Messages = de;
  readonly #player: ArticleHost & ReactiveElement;
  readonly #internals: ElementInternals;
  readonly #provider;
  /** The chosen language; its texts may still be loading. */
  #lang = de.lang;

  /** @param internals of the player, for its accessible name */
  constructor(player: ArticleHost & ReactiveElement, internals: ElementInternals) {
    this.#player = player;
    this.#internals = internals;
    internals.ariaLabel = de.player;
    this.#provider = new ContextProvider(player, { context: messagesContext, initialValue: de });
  }

  /** Takes the listener's choice, else the player's `lang`, else the page's. @returns whether the language has changed */
  async choose(): Promise<boolean> {
    if (isServer) return false;
    const ofPage = this.#player.closest('[lang]')?.getAttribute('lang');
    const lang = interfaceLanguage(settings.current.language, this.#player.lang, ofPage);
    if (lang === this.#lang) return false;
    this.#lang = lang;
    const messages = await loadMessages(lang);
    // Hydration takes over the server's texts, which are German.
    await this.#player.updateComplete;
    if (lang !== this.#lang) return false;
    this.messages = messages;
    this.nameRegion();
    this.#provider.setValue(messages);
    this.#player.requestUpdate();
    return true;
  }

  /** Names the player's region. Several players of a page are distinguished by the first headings of their articles. */
  nameRegion(): void {
    const { localName } = this.#player;
    const { player } = this.messages;
    const several = document.querySelectorAll(localName).length > 1;
    const heading = findArticle(this.#player)?.querySelector('h1, h2, h3, h4, h5, h6');
    const title = several && heading?.textContent?.replace(/\s+/g, ' ').trim();
    this.#internals.ariaLabel = title ? `${player}: ${title}` : player;
  }
}
