import { report } from '../console/report.js';
import { findArticle } from './find-article.js';
import type { ArticlePlayer } from './article-host.js';
import { onPageChange } from './on-page-change.js';
import { articleOfPage, enableMainTextSearch } from './page-text.js';

/** The `data-` attributes of the script: where the player goes, its article, and attributes of the player. */
export interface AutomaticOptions {
  /** A CSS selector of the element below which the player goes. */
  readonly place?: string;
  /** A CSS selector of the article. */
  readonly article?: string;
  readonly [attribute: string]: string | undefined;
}

/** Attributes of the player that it does not observe. */
const READ_WHEN_USED = ['announce', 'statistics', 'next-article'];

/**
 * Puts a player below the headline of the article that the page shows, once it is loaded, and again where an application shows another
 * article. Does nothing while there is no article, or where the page has a player of its own.
 */
export async function offerPlayer(options: AutomaticOptions): Promise<void> {
  // An application that takes over what a server has rendered does not expect another element in it before that.
  if (document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  enableMainTextSearch();
  addSpaceBelow();
  let shown: Shown | null = null;
  const offer = () => {
    if (shown?.player.isConnected && shown.article.isConnected) return;
    shown?.player.remove();
    shown = document.querySelector('vorleser-player') ? null : showPlayer(options);
  };
  offer();
  onPageChange(offer, new AbortController().signal);
}

/** Who can only paste a script has no style sheet. Any rule of one that there is overrides this. */
function addSpaceBelow(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':where(vorleser-player) { margin-block-end: 1em }');
  document.adoptedStyleSheets.push(sheet);
}

interface Shown {
  readonly player: ArticlePlayer;
  readonly article: Element;
}

function showPlayer({ place, article: selector, ...attributes }: AutomaticOptions): Shown | null {
  const found = selector ? null : articleOfPage();
  const article = selector ? find('article', selector) : (found?.root ?? null);
  if (!article) return null;
  const player = document.createElement('vorleser-player') as ArticlePlayer;
  const { observedAttributes } = player.constructor as unknown as { observedAttributes: string[] };
  const known = [...observedAttributes, ...READ_WHEN_USED];
  for (const [key, value] of Object.entries(attributes)) {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (value !== undefined && known.includes(name)) player.setAttribute(name, value);
  }
  const before = place ? find('place', place) : null;
  if (place && !before)
    report(`no element for data-place="${place}". The player is below the headline`);
  const headline = found?.headline ?? headlineOf(article);
  putBelow(before ?? headline?.closest('hgroup') ?? headline, player, article);
  // What it finds by itself, it also knows the parts of that are not text.
  if (selector || findArticle(player) !== article) player.article = article;
  return { player, article };
}

function find(option: string, selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    report(`data-${option}="${selector}" is no CSS selector`);
    return null;
  }
}

/** Its first heading of the highest level before its text. */
function headlineOf(article: Element): Element | null {
  const headline = article.querySelector('h1') ?? article.querySelector('h2');
  const text = article.querySelector('p');
  const follows =
    text && headline && text.compareDocumentPosition(headline) & Node.DOCUMENT_POSITION_FOLLOWING;
  return follows ? null : headline;
}

/** An article without a headline of its own has the player before its text. */
function putBelow(place: Element | null, player: Element, article: Element): void {
  if (place) place.after(player);
  else article.prepend(player);
}
