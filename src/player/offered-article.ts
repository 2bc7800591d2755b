import type { ArticleHost } from '../page/article-host.js';
import { findArticle } from '../page/find-article.js';
import { onPageChange } from '../page/on-page-change.js';
import type { Playback } from '../playback/playback.js';

/** The article that a player offers to read. It may arrive late, change or be replaced at any time. */
export class OfferedArticle {
  readonly #player: ArticleHost;
  readonly #playback: Playback;
  readonly #onNew: () => void;
  #article: Element | null = null;
  /** The length of its text, in UTF-16 code units. */
  #length = 0;

  /** @param onNew called when an article with text is offered for the first time */
  constructor(player: ArticleHost, playback: Playback, onNew: () => void) {
    this.#player = player;
    this.#playback = playback;
    this.#onNew = onNew;
  }

  /** Offers the article once the page is idle, and follows the page until the signal is aborted. */
  follow(signal: AbortSignal): void {
    whenIdle(() => {
      if (signal.aborted) return;
      // Browsers begin to list their voices when they are first asked, which may take a second.
      globalThis.speechSynthesis?.getVoices();
      this.#article = null;
      this.#offer();
      onPageChange(() => this.#offer(), signal);
    });
  }

  /** The player names its article differently, or another one is found: if it is not the one that is read, ends the reading of that. */
  renamed(): void {
    const article = findArticle(this.#player);
    if (article === this.#article) return;
    if (article !== this.#playback.root) this.#playback.leaveArticle();
    this.#offer();
  }

  #offer(): void {
    const article = findArticle(this.#player);
    const text = article?.textContent ?? '';
    const isNew = article !== this.#article || this.#length === 0;
    if (!isNew && text.length === this.#length) return;
    this.#article = article;
    this.#length = text.length;
    this.#playback.estimateDuration(text.replace(/\s+/g, ' ').length);
    if (isNew) this.#onNew();
    // The sentence may not be in the new text.
    else if (this.#playback.resumePosition) this.#playback.prepare();
  }
}

/** Calls back when the browser has nothing else to do. */
function whenIdle(callback: () => void): void {
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(callback);
  else setTimeout(callback, 200);
}
