import type { ArticleHost } from './article-host.js';

/** Query parameters that say where a visitor comes from, not which article the page shows: `utm_source`, `fbclid`, `msclkid`. */
const TRACKING = /^utm_|clk?id$/;

/** Routes that some applications keep in the fragment: `#/news/2`, `#!news`. */
const ROUTE = /^#[/!]/;

/**
 * Identifies the article of a player within the site: the address of the page without tracking parameters, and the player's `for`
 * or its number on the page.
 */
export function articleKey(player: ArticleHost): string {
  return withFragment(pageAddress(location), player.htmlFor ?? numberOf(player));
}

/**
 * The address of the article of a player within the site: that of the page, and for another player than the first one of a page
 * also its `for` or number.
 */
export function articleAddress(player: ArticleHost): string {
  const number = numberOf(player);
  return withFragment(pageAddress(location), number && (player.htmlFor ?? number));
}

/** The address of a page within its site: without tracking parameters, and without a fragment that is no route. */
export function pageAddress({
  pathname,
  search,
  hash,
}: Pick<URL, 'pathname' | 'search' | 'hash'>): string {
  const query = new URLSearchParams(search);
  for (const name of [...query.keys()]) if (TRACKING.test(name)) query.delete(name);
  const route = ROUTE.test(hash) ? hash : '';
  return pathname + (query.size > 0 ? `?${query}` : '') + route;
}

function withFragment(page: string, article: string): string {
  return article ? `${page}#${article}` : page;
}

/** Empty for the first player of a page, else its number from 2. */
function numberOf(player: ArticleHost): string {
  const tree = player.getRootNode() as ParentNode;
  const before = [...tree.querySelectorAll(player.localName)].indexOf(player);
  return before > 0 ? String(before + 1) : '';
}
