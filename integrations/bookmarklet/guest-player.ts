import { findArticle } from '../../src/page/find-article.js';
import { pageText, enableMainTextSearch } from '../../src/page/page-text.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { texts } from './texts.js';

/** The element around the player. Its name is unknown to the style sheets of the page. */
const BOX = 'vorleser-guest';

/** A player needs this width for its controls, in CSS px. A place with less of it is not taken. */
const LEAST_WIDTH = 240;

const STYLE = `
  :host { display: block; clear: both; margin-block: 1em; text-align: start; }
  :host(.corner) {
    position: fixed; inset: auto 16px 16px auto; z-index: 2147483647; box-sizing: border-box;
    inline-size: min(640px, 100vw - 32px); max-block-size: 80vh; overflow: auto; margin: 0; padding: 8px;
    color: CanvasText; background: Canvas; border: 1px solid; border-radius: 4px;
  }
  button {
    all: unset; box-sizing: border-box; min-block-size: 44px; padding-inline: 12px; cursor: pointer;
    font: inherit; text-decoration: underline;
  }
  button:focus-visible { outline: 3px solid; }
`;

/**
 * Puts a player on a page that has none, below the headline of its article, with a button that removes it. If there is one, that
 * one is shown instead.
 *
 * @param engines the value of the player's `engines`, unless it shall be the default
 */
export async function show(engines?: string): Promise<void> {
  const present = document.querySelector<VorleserPlayer>('vorleser-player');
  const player = present ?? create(engines);
  await player.updateComplete;
  player.scrollIntoView({ block: 'center' });
}

/** Whether a page has an article that is worth a player that nobody has asked for. */
export function hasArticle(): boolean {
  const { root } = pageText();
  const article = root?.closest('article') ?? root?.querySelector('article');
  const prose = [...(article?.querySelectorAll('p') ?? [])].map((p) => p.innerText.trim());
  return prose.join('').length >= 500;
}

function create(engines?: string): VorleserPlayer {
  const player = document.createElement('vorleser-player');
  if (engines) player.engines = engines;
  player.lang = texts.lang;
  enableMainTextSearch();
  const article = findArticle(player) ?? document.body;
  place(boxAround(player), article);
  // What it finds by itself, it also knows the parts of that are not text.
  if (findArticle(player) !== article) player.article = article;
  return player;
}

function boxAround(player: Element): HTMLElement {
  const box = document.createElement(BOX);
  const tree = box.attachShadow({ mode: 'closed' });
  const style = new CSSStyleSheet();
  style.replaceSync(STYLE);
  tree.adoptedStyleSheets = [style];
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = texts.lang;
  button.textContent = texts.remove;
  button.addEventListener('click', () => box.remove());
  tree.append(document.createElement('slot'), button);
  box.append(player);
  return box;
}

/** Takes the first place that is wide enough: below the headline, at the beginning of the article, or else the corner of the screen. */
function place(box: HTMLElement, article: Element): void {
  const headline = headlineOf(article);
  if (headline) {
    belowRows(headline).after(box);
    if (fits(box)) return;
  }
  article.prepend(box);
  if (fits(box)) return;
  box.className = 'corner';
  document.body.append(box);
}

function fits(box: Element): boolean {
  const { width } = box.getBoundingClientRect();
  return width >= LEAST_WIDTH && box.checkVisibility();
}

/** The headline of an article: in it, or the one of the page before it. */
function headlineOf(article: Element): Element | null {
  const inside = article.querySelector('h1');
  if (inside) return inside;
  const ofPage = document.querySelector('h1');
  const comesBefore = ofPage
    ? ofPage.compareDocumentPosition(article) & Node.DOCUMENT_POSITION_FOLLOWING
    : 0;
  return comesBefore ? ofPage : article.querySelector('h2');
}

/** The outermost element around a headline that is laid out beside others, where what comes next would be beside it too. */
function belowRows(headline: Element): Element {
  let result = headline;
  for (let at = headline; at.parentElement && at.parentElement !== document.body;) {
    const { display, flexDirection } = getComputedStyle(at.parentElement);
    const isRow = /flex/.test(display) && flexDirection.startsWith('row');
    at = at.parentElement;
    if (at.matches('article, main')) break;
    if (isRow || /grid|inline|table/.test(display)) result = at;
  }
  return result;
}
