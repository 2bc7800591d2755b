import { leadsAway } from './link-furniture.js';
import { plainText } from './plain-text.js';

/** A heading with fewer letters may be a part of a title by chance. */
const TELLING = 12;

/** Which part of a title a heading must be: the rest is the name of the site. */
const MOST = 0.5;

/** Some pages have the name of the site in their only `h1`. */
const SUBHEADINGS = 'h2, h3, h4';

/**
 * The headline of a text: the heading that is also the page's title; else an `h1`. It is the first one in the text, or the last one before it. On a
 * page without `h1` it may be the first `h2` of the `article` around the text. Null where there is none.
 *
 * @param titles the page's titles, as `plainText`
 */
export function headlineOf(text: Element, titles: readonly string[]): Element | null {
  const page = text.ownerDocument;
  const first = [...page.getElementsByTagName('h1')].filter(isSeen);
  return (
    nearest(
      first.filter((each) => isTitle(each, titles)),
      text,
    ) ??
    nearest(
      [...page.querySelectorAll(SUBHEADINGS)].filter(
        (each) => isTitle(each, titles) && isSeen(each) && !leadsAway(each),
      ),
      text,
    ) ??
    nearest(
      first.filter((each) => !leadsHome(each)),
      text,
    ) ??
    (first.length === 0 ? firstOfArticle(text) : null)
  );
}

/**
 * The heading between a headline and a paragraph of its text that shows the headline again, perhaps with a line above it: some pages have an `h1` in a list
 * of links or for search engines as well. Null where there is none.
 */
export function shownAgain(headline: Element, paragraph: Element): Element | null {
  const title = plainText(headline.textContent);
  if (title.length < TELLING) return null;
  const isSame = ({ textContent }: Element) => {
    const text = plainText(textContent);
    const [short, long] = text.length < title.length ? [text, title] : [title, text];
    return short.length > MOST * long.length && long.includes(short);
  };
  const walker = headline.ownerDocument.createTreeWalker(
    headline.ownerDocument,
    NodeFilter.SHOW_ELEMENT,
  );
  walker.currentNode = headline;
  for (let node = walker.nextNode(); node && node !== paragraph; node = walker.nextNode()) {
    const each = node as Element;
    if (each.matches(`h1, ${SUBHEADINGS}`) && isSame(each) && isSeen(each) && !leadsAway(each))
      return each;
  }
  return null;
}

/** The first heading of the `article` around a text, if it stands before the text. */
function firstOfArticle(text: Element): Element | null {
  const heading = text.closest('article')?.querySelector('h2');
  return heading && follows(text, heading) && isSeen(heading) && !leadsAway(heading)
    ? heading
    : null;
}

function isSeen(heading: Element): boolean {
  return /\S/.test(heading.textContent) && heading.checkVisibility();
}

/** The first of some headings in a text, else the last one before it. */
function nearest(headings: readonly Element[], text: Element): Element | null {
  return (
    headings.find((each) => text.contains(each)) ??
    headings.findLast((each) => follows(text, each)) ??
    null
  );
}

function isTitle({ textContent }: Element, titles: readonly string[]): boolean {
  const text = titles.length > 0 ? plainText(textContent) : '';
  return titles.some(
    (title) =>
      text === title ||
      (text.length >= TELLING && text.length > MOST * title.length && title.includes(text)),
  );
}

/** Whether a heading is the site's own: it leads to its home page. */
function leadsHome(heading: Element): boolean {
  const link = heading.closest<HTMLAnchorElement>('a[href]') ?? heading.querySelector('a[href]');
  if (!link) return false;
  const { host, pathname } = new URL(heading.ownerDocument.baseURI);
  return link.host === host && link.pathname === '/' && pathname !== '/';
}

/** Whether an element is after another one, and not in it. */
export function follows(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
