import { isRecord } from '../settings/schema.js';
import { KEY, QUEUE, settings } from '../settings/store.js';
import { tidyTitle } from './article-title.js';
import { siteUrl } from './site-url.js';

/** The number of articles that fit. */
export const MOST_ARTICLES = 100;

/** The longest address that is kept, in UTF-16 code units. */
const LONGEST_ADDRESS = 2000;

/** An article that a listener has kept for later. */
export interface QueuedArticle {
  /** Within the site: `/news/2?page=1`. */
  readonly address: string;
  readonly title: string;
  /** About how long it is, or null if that is not known. */
  readonly minutes: number | null;
}

/**
 * The articles of this site that the listener has kept for later, in the same entry of `localStorage` as the settings and positions,
 * with which they are forgotten. Where the browser refuses to store them, they are kept until the page is left.
 *
 * @fires change - when it has changed, in this tab or another one
 */
class ListeningQueue extends EventTarget {
  constructor() {
    super();
    const changed = () => this.dispatchEvent(new Event('change'));
    settings.addEventListener('change', changed);
    window.addEventListener('storage', ({ key }) => {
      if (key === KEY || key === null) changed();
    });
  }

  get articles(): readonly QueuedArticle[] {
    const kept = settings.kept(QUEUE);
    const articles = Array.isArray(kept) ? kept.filter(isArticle).map(tidied) : [];
    const addresses = articles.map(({ address }) => address);
    return articles
      .filter(({ address }, index) => addresses.indexOf(address) === index)
      .slice(0, MOST_ARTICLES);
  }

  /** Whether it is stored for the next visit. */
  get isStored(): boolean {
    try {
      const entry = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, unknown>;
      return JSON.stringify(entry[QUEUE] ?? []) === JSON.stringify(settings.kept(QUEUE) ?? []);
    } catch {
      return false;
    }
  }

  has(address: string): boolean {
    return this.articles.some((article) => article.address === address);
  }

  /** Adds an article at the end. @returns false where it does not fit */
  add(article: QueuedArticle): boolean {
    const { articles } = this;
    if (this.has(article.address)) return true;
    if (articles.length >= MOST_ARTICLES || !isArticle(article)) return false;
    this.#keep([...articles, tidied(article)]);
    return true;
  }

  /** Removes an article. @returns a function that puts it back to its place */
  remove(address: string): () => void {
    const { articles } = this;
    const index = articles.findIndex((article) => article.address === address);
    const [removed] = articles.slice(index);
    if (index < 0 || !removed) return () => undefined;
    this.#keep(articles.toSpliced(index, 1));
    return () => {
      if (!this.has(address)) this.#keep(this.articles.toSpliced(index, 0, removed));
    };
  }

  /** Moves an article by some places, at most to an end. */
  move(address: string, places: number): void {
    const { articles } = this;
    const index = articles.findIndex((article) => article.address === address);
    const [moved] = articles.slice(index);
    if (index < 0 || !moved) return;
    this.#keep(articles.toSpliced(index, 1).toSpliced(Math.max(0, index + places), 0, moved));
  }

  #keep(articles: readonly QueuedArticle[]): void {
    settings.keep({ [QUEUE]: articles });
    this.dispatchEvent(new Event('change'));
  }
}

export const listeningQueue = new ListeningQueue();

/** Other scripts and later versions write to the same storage: only addresses of this site are taken. */
function isArticle(value: unknown): value is QueuedArticle {
  if (!isRecord(value)) return false;
  const { address, title, minutes } = value;
  return (
    typeof address === 'string' &&
    address.length <= LONGEST_ADDRESS &&
    /^\/(?![/\\])/.test(address) &&
    siteUrl(address) !== null &&
    typeof title === 'string' &&
    (minutes === null || (Number.isFinite(minutes) && (minutes as number) > 0))
  );
}

function tidied({ address, title, minutes }: QueuedArticle): QueuedArticle {
  return { address, title: tidyTitle(title) || address, minutes };
}
