import { report } from '../console/report.js';
import type { ArticleHost } from './article-host.js';
import { articleTitle, linkedTitle, tidyTitle } from './article-title.js';
import { pageAddress } from './article-key.js';
import { findArticle } from './find-article.js';
import { listeningQueue } from './listening-queue.js';
import { siteUrl } from './site-url.js';

/** An article to go on with. */
export interface NextArticle {
  /** Empty if it is not known. */
  readonly title: string;
  /** Its element and its name, if it is in the same page; else the address of its page. */
  readonly target: { readonly element: Element; readonly name: string } | URL;
}

/** How an address begins, as opposed to a selector. */
const ADDRESS = /^(\.{0,2}\/|\?|https?:)/i;

/**
 * The article after the one that a player has read, or null. An article of the listener's queue is followed by the next one there; any
 * other one by that of the player's `next-article`, and without that by the first of the queue.
 *
 * @param address of the article that was read, within the site
 */
export function nextArticle(player: ArticleHost, address: string): NextArticle | null {
  const { articles } = listeningQueue;
  const index = articles.findIndex((article) => article.address === address);
  const queued = articles[index + 1] ?? articles.find((_, other) => other !== index);
  const fromQueue = queued && {
    title: queued.title,
    target: new URL(queued.address, location.href),
  };
  return (index >= 0 ? fromQueue : null) ?? namedNext(player) ?? fromQueue ?? null;
}

/**
 * The article that the player's `next-article` names after the one that it reads: a list of ids, selectors and addresses, separated by
 * white space. A list without the current article begins with its first one.
 */
function namedNext(player: ArticleHost): NextArticle | null {
  const names = player.getAttribute('next-article')?.split(/\s+/).filter(Boolean) ?? [];
  const current = findArticle(player);
  const articles = names.map((name) => articleNamed(name, player));
  const isCurrent = (article: NextArticle | null) =>
    article !== null &&
    (article.target instanceof URL
      ? pageAddress(article.target) === pageAddress(location)
      : article.target.element === current);
  const following = articles.slice(articles.findIndex(isCurrent) + 1);
  return following.find((article) => article !== null) ?? null;
}

/** Reports to the integrator what is wrong with a player's `next-article` in any page. An article may still arrive. */
export function checkNextArticle(player: ArticleHost): void {
  const names = player.getAttribute('next-article')?.split(/\s+/) ?? [];
  for (const name of names) if (ADDRESS.test(name)) articleNamed(name, player);
}

function articleNamed(name: string, player: ArticleHost): NextArticle | null {
  if (ADDRESS.test(name)) return articleAt(name, player);
  const element = findArticle({
    article: null,
    htmlFor: name,
    closest: () => null,
    getRootNode: () => player.getRootNode(),
  });
  if (!element)
    report(
      `<${player.localName} next-article="${name}">: nothing in the page matches "${name}". Name an id, a selector without spaces, or an address that begins with /, ./ or https://`,
    );
  else if (!(element instanceof HTMLAnchorElement))
    return { title: articleTitle(element), target: { element, name } };
  return element && articleAt(element.href, player, tidyTitle(element.text));
}

function articleAt(address: string, player: Element, title?: string): NextArticle | null {
  const url = siteUrl(address);
  if (url) return { title: title ?? linkedTitle(url.href), target: url };
  report(
    `<${player.localName} next-article>: ${address} is not an address of this origin. Only pages of ${location.origin} can go on reading`,
  );
  return null;
}
