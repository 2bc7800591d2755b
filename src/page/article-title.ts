import { oneLine } from '../narration/one-line.js';

/** The longest title that is shown and kept, in UTF-16 code units. */
const LENGTH = 200;

/** The first heading of an article, or how it is labelled; empty without both. */
export function articleTitle(article: Element): string {
  const heading = article.querySelector('h1, h2, h3, h4, h5, h6')?.textContent;
  return tidyTitle(heading) || tidyTitle(article.ariaLabel);
}

/** The title of a page of this site: the text of a link to it in this page; empty without one. @param href its whole address */
export function linkedTitle(href: string): string {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
  return tidyTitle(links.find((link) => link.href === href && link.text.trim())?.text);
}

/** A title in one line, and not longer than a title is. */
export function tidyTitle(title: string | null | undefined): string {
  const line = oneLine(title ?? '');
  return line.length > LENGTH ? `${line.slice(0, LENGTH).trim().toWellFormed()} …` : line;
}
