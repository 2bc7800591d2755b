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

/** Players that name no article find the main text of the page from now on. */
export function searchMainText(): void {
  findMainTextBy(() => pageText().root);
}
