import { html, LitElement, nothing, svg, type SVGTemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { listeningQueue, type QueuedArticle } from '../../page/listening-queue.js';
import { openToListen } from '../../page/listening-wish.js';
import { siteUrl } from '../../page/site-url.js';
import { buttonStyle } from '../shared/button-style.js';
import { durationInWords } from '../shared/format-duration.js';
import { icon, playIcon } from '../shared/icon.js';
import { PageMessagesController } from '../shared/page-messages-controller.js';
import { ChangeController } from '../shared/change-controller.js';
import { queueStyle } from './queue-style.js';

const upIcon = icon(svg`<path d="m5 12 7-7 7 7M12 19V5" />`);
const downIcon = icon(svg`<path d="m5 12 7 7 7-7M12 5v14" />`);
const removeIcon = icon(svg`<path d="M18 6 6 18M6 6l12 12" />`);

type Button = 'up' | 'down' | 'remove' | 'undo';

/**
 * The articles of this site that the listener has kept for later: each can be listened to, which opens its page, moved and removed.
 * Follows what other tabs do. It can stand anywhere in a page, and needs no player there.
 *
 * @csspart queue - the list
 * @csspart queue-item - an article
 * @csspart queue-title - the link to an article
 * @csspart queue-time - about how long it is
 * @csspart queue-button - a native button
 * @csspart queue-empty - the text in place of an empty list
 * @csspart queue-report - the message after an action
 */
export class VorleserQueue extends LitElement {
  static override properties = { report: { state: true } };

  static override styles = [buttonStyle, queueStyle];

  private report = '';
  /** Puts back what was removed last. */
  #undo: (() => void) | null = null;
  #removed: QueuedArticle | null = null;
  /** The button that gets the focus once the list is drawn again: a moved or removed one has lost it. */
  #focus: { readonly button: Button; readonly address: string } | null = null;
  readonly #texts = new PageMessagesController(this);

  constructor() {
    super();
    new ChangeController(this, listeningQueue);
  }

  override render() {
    const { panel } = this.#texts;
    if (!panel) return nothing;
    const { articles } = listeningQueue;
    const items = repeat(
      articles,
      ({ address }) => address,
      (article, index) => this.#renderItem(panel, article, index, articles.length),
    );
    return html`<div lang=${panel.lang}>
      ${
        articles.length > 0
          ? html`<ol part="queue" aria-label=${panel.queue}>
              ${items}
            </ol>`
          : html`<p part="queue-empty">${panel.queueIsEmpty}</p>`
      }
      <p part="queue-report">
        <span role="status">${this.report}</span> ${this.#renderUndo(panel)}
      </p>
    </div>`;
  }

  #renderItem(panel: PanelMessages, article: QueuedArticle, index: number, count: number) {
    const { address, title, minutes } = article;
    return html`<li part="queue-item" data-address=${address}>
      <div class="article">
        <a part="queue-title" href=${address}>${title}</a>
        ${
          minutes === null
            ? nothing
            : html`<span class="time" part="queue-time"
                >${durationInWords(minutes * 60, panel.lang)}</span
              >`
        }
      </div>
      <div class="actions">
        <button
          class="listen"
          part="queue-button"
          type="button"
          aria-label=${`${panel.listen}: ${title}`}
          @click=${() => listen(address)}
        >
          ${playIcon} ${panel.listen}
        </button>
        ${this.#button('up', upIcon, `${panel.moveUp}: ${title}`, index > 0, () => this.#move(article, -1))}
        ${this.#button('down', downIcon, `${panel.moveDown}: ${title}`, index < count - 1, () => this.#move(article, 1))}
        ${this.#button('remove', removeIcon, `${panel.remove}: ${title}`, true, () => this.#remove(article))}
      </div>
    </li>`;
  }

  #button(kind: Button, icon: SVGTemplateResult, name: string, enabled: boolean, act: () => void) {
    return html`<button
      class=${kind}
      part="queue-button"
      type="button"
      aria-label=${name}
      title=${name}
      aria-disabled=${enabled ? 'false' : 'true'}
      @click=${() => enabled && act()}
    >
      ${icon}
    </button>`;
  }

  #renderUndo(panel: PanelMessages) {
    const { address } = this.#removed ?? {};
    if (address === undefined || listeningQueue.has(address)) return nothing;
    return html`<button class="undo" part="queue-button" type="button" @click=${this.#putBack}>
      ${panel.undo}
    </button>`;
  }

  protected override updated(): void {
    const { button, address } = this.#focus ?? {};
    this.#focus = null;
    if (!button) return;
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('li')];
    const item = items.find(({ dataset }) => dataset.address === address);
    (item ?? this.renderRoot).querySelector<HTMLElement>(`.${item ? button : 'undo'}`)?.focus();
  }

  #move({ address, title }: QueuedArticle, places: 1 | -1): void {
    listeningQueue.move(address, places);
    const { articles } = listeningQueue;
    const place = articles.findIndex((article) => article.address === address) + 1;
    this.#focus = { button: places < 0 ? 'up' : 'down', address };
    this.report = this.#texts.panel?.moved(title, place, articles.length) ?? '';
  }

  /** The next article follows; after the last one, the focus moves to the button that undoes it. */
  #remove(article: QueuedArticle): void {
    const { articles } = listeningQueue;
    const index = articles.findIndex(({ address }) => address === article.address);
    const neighbour = articles[index + 1] ?? articles[index - 1];
    this.#undo = listeningQueue.remove(article.address);
    this.#removed = article;
    this.#focus = { button: 'remove', address: neighbour?.address ?? '' };
    this.report = this.#texts.panel?.removed(article.title) ?? '';
  }

  #putBack(): void {
    const { address = '', title = '' } = this.#removed ?? {};
    this.#undo?.();
    this.#removed = null;
    this.#focus = { button: 'remove', address };
    this.report = this.#texts.panel?.putBack(title) ?? '';
  }
}

function listen(address: string): void {
  const url = siteUrl(address);
  if (url) openToListen(url);
}
