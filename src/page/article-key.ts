import type { ArticleHost } from './article-host.js';

/** What tells where a visitor comes from, not which article they read: `utm_source`, `fbclid`, `msclkid`. */
const TRACKING = /^utm_|clk?id$/;

/**
 * Names the article of a player within the site: its page, without what a visit adds to the address, and the id that the
 * player is for, or which player of the page it is.
 */
export function articleName(player: ArticleHost): string {
  const query = new URLSearchParams(location.search);
  for (const name of [...query.keys()]) if (TRACKING.test(name)) query.delete(name);
  const page = location.pathname + (query.size > 0 ? `?${query}` : '');
  const article = player.htmlFor ?? numberOf(player);
  return article ? `${page}#${article}` : page;
}

/** From 2; nothing for the first player of a page. */
function numberOf(player: ArticleHost): string {
  const tree = player.getRootNode() as ParentNode;
  const before = [...tree.querySelectorAll(player.localName)].indexOf(player);
  return before > 0 ? String(before + 1) : '';
}
