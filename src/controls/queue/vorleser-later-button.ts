import { css, html, LitElement, nothing, svg } from 'lit';
import { report } from '../../console/report.js';
import type { ArticleHost } from '../../page/article-host.js';
import { articleAddress, pageAddress } from '../../page/article-key.js';
import { articleTitle, linkedTitle, tidyTitle } from '../../page/article-title.js';
import { findArticle } from '../../page/find-article.js';
import { listeningQueue, type QueuedArticle } from '../../page/listening-queue.js';
import { siteUrl } from '../../page/site-url.js';
import { SECONDS_PER_CHARACTER } from '../../playback/speaking-pace.js';
import { buttonStyle } from '../shared/button-style.js';
import { closestPlayer } from '../shared/closest-player.js';
import { icon } from '../shared/icon.js';
import { PageMessagesController } from '../shared/page-messages-controller.js';
import { visuallyHidden } from '../shared/visually-hidden.js';
import { ChangeController } from '../shared/change-controller.js';

const addIcon = icon(svg`<path d="M3 6h12M3 12h9M3 18h9M18 13v8M14 17h8" />`);
const addedIcon = icon(svg`<path d="M3 6h12M3 12h9M3 18h9M14 17l3 3 5-6" />`);

/**
 * Keeps an article of this site for later, and takes it out of the listener's list again: the article of the player around it, without one
 * that of the page, or the one that `href` names. It can stand anywhere in a page.
 *
 * @csspart button - the native button
 * @csspart label - its name
 * @csspart message - why the article was not kept, or how long it is
 */
export class VorleserLaterButton extends LitElement {
  static override styles = [
    buttonStyle,
    visuallyHidden,
    css`
      button {
        padding-inline: 0.75em;
        text-align: start;
      }
      p {
        margin: 0;
      }
    `,
  ];

  static override properties = {
    href: {},
    headline: {},
    minutes: { type: Number },
    result: { state: true },
  };

  /** The address of the article, if it is in another page of this site. */
  declare href: string | null;

  /** The title of that article; without it, the text of a link to it in the page. */
  declare headline: string | null;

  /** About how many minutes that article takes; not shown without. */
  declare minutes: number | null;

  /** What was pressed last: it is announced. */
  private result: 'isQueued' | 'isUnqueued' | 'queueIsFull' | null = null;

  readonly #texts = new PageMessagesController(this);

  constructor() {
    super();
    this.href = this.headline = this.minutes = null;
    new ChangeController(this, listeningQueue);
  }

  override render() {
    const { panel } = this.#texts;
    const address = this.#address;
    if (!panel || !address) return nothing;
    const queued = listeningQueue.has(address);
    const label = queued ? panel.notLater : panel.listenLater;
    const title = this.href === null ? '' : this.#titleOf(address);
    const result = this.result ? panel[this.result] : '';
    const isShown = this.result === 'queueIsFull';
    const isLost = queued && this.result === 'isQueued' && !listeningQueue.isStored;
    return html`<div lang=${panel.lang}>
      <button
        part="button"
        type="button"
        aria-label=${title ? `${label}: ${title}` : label}
        @click=${this.#toggle}
      >
        ${queued ? addedIcon : addIcon}<span part="label">${label}</span>
      </button>
      <p part="message" class=${isShown || isLost ? '' : 'hidden'} role="status">
        ${isLost ? panel.queueIsNotStored : result}
      </p>
    </div>`;
  }

  /** The player around it, else the first one of the page. */
  get #player(): ArticleHost | null {
    const player = closestPlayer(this) ?? document.querySelector('vorleser-player');
    return player as ArticleHost | null;
  }

  /** Null for another site's. */
  get #address(): string | null {
    if (this.href === null) {
      const player = this.#player;
      return player ? articleAddress(player) : pageAddress(location);
    }
    const url = siteUrl(this.href);
    if (!url)
      report(
        `<${this.localName} href="${this.href}"> is not an address of this origin. Only articles of ${location.origin} can be kept`,
      );
    return url && pageAddress(url);
  }

  #titleOf(address: string): string {
    if (this.headline) return tidyTitle(this.headline);
    if (this.href === null) {
      const article = this.#article;
      return (article && articleTitle(article)) || tidyTitle(document.title);
    }
    return linkedTitle(siteUrl(address)?.href ?? '');
  }

  get #article(): Element | null {
    const player = this.#player;
    return player ? findArticle(player) : document.querySelector('article, main');
  }

  get #minutes(): number | null {
    if (this.minutes !== null || this.href !== null) return this.minutes || null;
    const characters = this.#article?.textContent?.replace(/\s+/g, ' ').length ?? 0;
    return Math.round((characters * SECONDS_PER_CHARACTER) / 60) || null;
  }

  #toggle(): void {
    const address = this.#address;
    if (!address) return;
    if (listeningQueue.has(address)) {
      listeningQueue.remove(address);
      this.result = 'isUnqueued';
      return;
    }
    const article: QueuedArticle = {
      address,
      title: this.#titleOf(address),
      minutes: this.#minutes,
    };
    this.result = listeningQueue.add(article) ? 'isQueued' : 'queueIsFull';
  }
}
