import { findMainTextBy } from './find-article.js';
import { type MainText, mainTextOf } from './main-text.js';

/** What was found last, and what the page was then. */
let latest: { readonly found: MainText; readonly page: string } | null = null;

/** The main text of the page as it is now. */
export function pageText(): MainText {
  const page = `${location.href} ${document.body.textContent.length}`;
  if (latest?.page !== page || latest.found.root?.checkVisibility() === false)
    latest = { found: mainTextOf(document), page };
  return latest.found;
}

/** Whether the page was searched, and is a list of articles. */
export function isListPage(): boolean {
  return latest?.found.isList ?? false;
}

/** An article with less prose is not worth a player that nobody has asked for, in UTF-16 code units. */
const ARTICLE = 300;

/** The main text of the page, where it is long enough for an article. */
export function articleOfPage(): MainText | null {
  const found = pageText();
  return found.prose < ARTICLE ? null : found;
}

/** Makes players that name no article find the main text of the page from now on. Searches nothing yet. */
export function enableMainTextSearch(): void {
  findMainTextBy(() => pageText().root);
}
