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
  const query = new URLSearchParams(location.search);
  for (const name of [...query.keys()]) if (TRACKING.test(name)) query.delete(name);
  const route = ROUTE.test(location.hash) ? location.hash : '';
  const page = location.pathname + (query.size > 0 ? `?${query}` : '') + route;
  const article = player.htmlFor ?? numberOf(player);
  return article ? `${page}#${article}` : page;
}

/** Empty for the first player of a page, else its number from 2. */
function numberOf(player: ArticleHost): string {
  const tree = player.getRootNode() as ParentNode;
  const before = [...tree.querySelectorAll(player.localName)].indexOf(player);
  return before > 0 ? String(before + 1) : '';
}
