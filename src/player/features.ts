import { html, nothing } from 'lit';
import type { Playback } from '../playback/playback.js';
import type { ArticleLink } from '../page/article-view.js';
import { findArticle } from '../page/find-article.js';
import type { Press } from './shortcuts.js';
import type { VorleserPlayer } from './vorleser-player.js';

/** The parts of a player that it does without until they are needed, and fetches then. */
export class LateParts {
  readonly #player: VorleserPlayer;
  readonly #playback: Playback;
  #link: ArticleLink | null = null;
  /** What was pressed, and where, before anybody was there to obey. */
  #presses: Press[] = [];
  #linking = false;
  #played = false;
  #selected = false;
  #asks = false;

  constructor(player: VorleserPlayer, playback: Playback) {
    this.#player = player;
    this.#playback = playback;
  }

  /** What joins the playback to the article and to what is around. */
  fetchLink(): void {
    if (this.#linking) return;
    this.#linking = true;
    import('./page-connection.js').then(
      ({ joinSurroundings }) =>
        (this.#link = joinSurroundings(this.#player, this.#playback, this.#presses)),
      () => {
        // It is read without being marked; the next play asks again.
        this.#linking = false;
        this.#presses = [];
      },
    );
  }

  /** Keys are obeyed late rather than not at all by whoever is quicker than the network. */
  onKeyDown(event: KeyboardEvent): void {
    if (!this.#link) this.#presses.push({ event, path: event.composedPath() });
  }

  /** A page's own bar may have controls that the default one does without. */
  onSlotChange(): void {
    if (this.#player.querySelector(':not(:defined)'))
      void import('../controls/optional-controls.js').then(({ defineLateControls }) =>
        defineLateControls(),
      );
  }

  /** Is given the playback's events before anybody else is. */
  handleEvent(event: Event): void {
    if (event.type === 'play') {
      this.fetchLink();
      this.#played = true;
      this.#show();
    }
    if (this.#asks !== (this.#playback.question !== null)) {
      this.#asks = !this.#asks;
      this.#show();
    }
    this.#link?.handleEvent(event);
  }

  /** "Listen from here" is fetched when text of the article is first selected. */
  onSelection(): void {
    const selection = getSelection();
    if (this.#selected || !selection || selection.isCollapsed) return;
    if (!findArticle(this.#player)?.contains(selection.anchorNode)) return;
    this.#selected = true;
    this.#show();
  }

  #show(): void {
    this.#player.requestUpdate();
    void import('./listening-elements.js');
  }

  renderConsent() {
    return this.#asks ? html`<vorleser-consent></vorleser-consent>` : nothing;
  }

  renderBesides() {
    return [
      this.#played ? html`<vorleser-mini-bar></vorleser-mini-bar>` : nothing,
      this.#selected ? html`<vorleser-listen-button></vorleser-listen-button>` : nothing,
    ];
  }
}
