import { report, warn } from '../console/report.js';
import { articleLanguage } from '../narration/article-language.js';
import { declaredLanguage } from '../narration/declared-language.js';
import { NavigableNarration } from '../narration/navigable-narration.js';
import type { Settings } from '../settings/schema.js';
import { settings } from '../settings/store.js';
import type { ArticleHost } from './article-host.js';
import { identify } from './article-position.js';
import { findArticle } from './find-article.js';
import { furnitureIn } from './furniture.js';
import { readUpTo } from './line-ends.js';
import { pageText, enableMainTextSearch } from './page-text.js';

/** How long an article may take to be inserted, in milliseconds. */
const ARRIVAL_TIMEOUT = 2000;

/** What the content of a narration depends on. */
interface Player extends ArticleHost {
  /** A CSS selector of content that is not read; emptied where it is invalid. */
  skip: string;
}

/**
 * Creates the narration of a player's article, without the content that its publisher or the listener leaves out; null where
 * there is no article.
 */
export function narrationFor(player: Player): NavigableNarration | null {
  enableMainTextSearch();
  const root = findArticle(player);
  if (!root) {
    setTimeout(() => reportMissingArticle(player), ARRIVAL_TIMEOUT);
    return null;
  }
  const narration = create(player, root);
  identify(narration, player);
  warnOfLanguage(player, narration);
  return narration;
}

/** Reports that the element that `for` names is not in the page, even some time after it was needed. */
function reportMissingArticle(player: Player): void {
  const { htmlFor, localName, isConnected } = player;
  if (htmlFor === null || !isConnected || findArticle(player)) return;
  report(
    `<${localName} for="${htmlFor}">: there is no such element. Set for to the id of the article, or to a CSS selector`,
  );
}

/** Warns that an article is not read in the language that its page declares. */
function warnOfLanguage({ localName }: Player, { root, lang }: NavigableNarration): void {
  const declared = declaredLanguage(root);
  if (declared === null || declared === lang) return;
  warn(
    `<${localName}>: the page declares lang="${declared}", but the article is read as "${lang}", the language of its text. Set lang="${lang}" on <html> or on the article`,
  );
}

function create(player: Player, root: Element): NavigableNarration {
  const { current } = settings;
  const excluded = [player.localName, ...excludedBy(current)];
  const found = player.htmlFor === null && !player.article ? pageText() : null;
  const leaveOut = found?.root === root ? found.leaveOut : furnitureIn(root);
  const announces = current.announce ?? player.hasAttribute('announce');
  const options = {
    leaveOut,
    readUpTo,
    images: current.images,
    struckOut: announces,
    language: articleLanguage,
  };
  try {
    const skip = [...excluded, player.skip].filter(Boolean).join();
    return new NavigableNarration(root, { ...options, skip });
  } catch (error) {
    console.error(
      `<vorleser-player skip="${player.skip}">: this is not a valid selector, so it is ignored`,
      error,
    );
    player.skip = '';
    return new NavigableNarration(root, { ...options, skip: excluded.join() });
  }
}

/** Selectors of the elements that the listener does not want to hear. */
function excludedBy({ headings, captions }: Settings): string[] {
  return [
    ...(headings ? [] : ['h1,h2,h3,h4,h5,h6,[role=heading]']),
    ...(captions ? [] : ['figcaption,caption']),
  ];
}
