/** A paragraph of at least so many characters, not mostly links, is prose. Teasers, bylines and captions are shorter. */
const PARAGRAPH = 80;

/** The least prose of an article, in characters and in paragraphs. */
const ARTICLE = 300;
const PARAGRAPHS = 2;

/** A page with more linked headlines than this lists articles. */
const MOST_LINKED_HEADLINES = 3;

/** What is not the article's, although it may be prose. */
const FURNITURE = 'nav, aside, footer, form, dialog, [hidden], [role=dialog]';

/**
 * The article of a page that is there for one: the `article`, else the `main`, else any element that holds most of the prose of the page.
 * Null for a page without prose, or that lists articles, such as a front page.
 */
export function articleOf({ body }: Document): Element | null {
  const all = [...body.querySelectorAll('p')].filter(isProse);
  const holdsMost = (root: Element) =>
    lengthOf(all.filter((paragraph) => isOwn(paragraph, root))) * 2 > lengthOf(all);
  const root =
    [...body.querySelectorAll('article')].find(holdsMost) ??
    [...body.querySelectorAll('main, [role=main]')].find(holdsMost) ??
    deepest(body, holdsMost);
  const prose = all.filter((paragraph) => isOwn(paragraph, root));
  const isArticle = prose.length >= PARAGRAPHS && lengthOf(prose) >= ARTICLE;
  return isArticle && linkedHeadlines(root) <= MOST_LINKED_HEADLINES ? root : null;
}

/** Whether an element belongs to a root, and not to an article within it, such as a teaser or a comment. */
function isOwn(element: Element, root: Element): boolean {
  const article = element.closest('article');
  return root.contains(element) && (!article || article.contains(root));
}

function deepest(root: Element, fits: (element: Element) => boolean): Element {
  const child = [...root.children].find(fits);
  return child ? deepest(child, fits) : root;
}

function isProse(paragraph: Element): boolean {
  if (paragraph.closest(FURNITURE) || paragraph.closest('a')) return false;
  const linked = lengthOf([...paragraph.querySelectorAll('a')]);
  return textLength(paragraph) >= PARAGRAPH && linked * 2 <= textLength(paragraph);
}

function lengthOf(elements: Element[]): number {
  return elements.reduce((sum, element) => sum + textLength(element), 0);
}

function textLength({ textContent }: Element): number {
  return (textContent ?? '').replace(/\s+/g, ' ').trim().length;
}

function linkedHeadlines(root: Element): number {
  return [...root.querySelectorAll(':is(h2, h3, h4) a, a :is(h2, h3, h4)')].filter((headline) =>
    isOwn(headline, root),
  ).length;
}
