/** The longest title that is shown and kept, in UTF-16 code units. */
const LENGTH = 200;

/** The first heading of an article, or how it is labelled; empty without both. */
export function articleTitle(article: Element): string {
  const heading = article.querySelector('h1, h2, h3, h4, h5, h6')?.textContent;
  return tidyTitle(heading) || tidyTitle(article.ariaLabel);
}

/** A title in one line, and not longer than a title is. */
export function tidyTitle(title: string | null | undefined): string {
  const line = title?.replace(/\s+/g, ' ').trim() ?? '';
  return line.length > LENGTH ? `${line.slice(0, LENGTH).trim().toWellFormed()} …` : line;
}
