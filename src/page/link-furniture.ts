import { HEADINGS, isHeading, isInline } from './furniture-names.js';
import { proseOf } from './boxes.js';

/** A part of a page with so much prose is not the teaser of another page, in UTF-16 code units. */
export const TEASER = 600;

/** From so much of its text in links on, 0 to 1, an element is a list of links. */
const LINKS = 0.9;

/** The same where the links are headlines: „Was danach geschah [VIDEO]“. */
const HEADLINES = 0.8;

/** What may stand before links: „Mehr zum Thema:“, „Tags:“. Up to 40 characters that end with a colon. */
const LABEL = /^[^.!?:]{1,40}:/;

/** The same before each link in a list. */
const LABEL_OF_EACH = /^[^.!?:]{1,60}[:?!]\s*$/;

/** The heading of a list of links has at most so much text, in UTF-16 code units. */
const TITLE = 40;

/** Parts of a list, a table or a glossary, which may well be links. */
const ENTRIES = 'li, tr, td, th, thead, tbody, dt, dd';

/** A link between blocks with more text is a text, in UTF-16 code units. */
const LONG_LINK = 300;

/** Links to other pages are so long on average, in UTF-16 code units, and lists of them have so many. */
const HEADLINE = 35;
const SEVERAL = 4;

/** A link with less text is a word in a line, in UTF-16 code units. */
const WORD = 10;

/** The path of an address without a host. */
const PATH = /^\/(?!\/)[^?#]*/;

/** Elements whose `textContent` is not text. */
const CODE = 'script, style, noscript, template';

/** Whether an element is nothing but links, perhaps after a label. Parts of lists and tables may be. */
export function isListOfLinks(element: Element): boolean {
  const links = element.getElementsByTagName('a');
  const [first] = links;
  if (!first || element.matches(ENTRIES) || element.querySelector('h1')) return false;
  let linked = '';
  for (const link of links) if (link.hasAttribute('href')) linked += textOf(link);
  if (linked === '') return false;
  if (isListOfLabelledLinks(element)) return true;
  const text = textOf(element);
  const [label = ''] = LABEL.exec(text) ?? [];
  const areHeadlines =
    links.length > 1 && linked.length >= HEADLINE * links.length && text.startsWith(textOf(first));
  const least = areHeadlines ? HEADLINES : LINKS;
  if (linked.length > least * (text.length - label.length)) return true;
  return (
    lettersIn(linked) > LINKS * lettersIn(text.slice(label.length)) && areTopics(element, links)
  );
}

/** Whether links lead to pages of the site. In a table they are a part of its text, and links to other sites may be the subject of the text. */
function areTopics(element: Element, links: HTMLCollectionOf<HTMLAnchorElement>): boolean {
  return !element.closest('td, th, dd') && [...links].every(isOfSite);
}

function lettersIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}

/** Whether a list holds nothing but links to pages of the site, with or without labels, whose average length is that of a headline. */
function isListOfLabelledLinks({ localName, children }: Element): boolean {
  if (localName !== 'ul' && localName !== 'ol') return false;
  let length = 0;
  for (const item of children) {
    const [link, other] = item.getElementsByTagName('a');
    const text = textOf(item);
    const linked = link ? textOf(link) : '';
    if (!link || other || linked === '' || !text.endsWith(linked) || !isOfSite(link)) return false;
    const before = text.slice(0, -linked.length);
    if (before !== '' && !LABEL_OF_EACH.test(before)) return false;
    length += text.length;
  }
  return children.length > 1 && length >= HEADLINE * children.length;
}

function isOfSite({ host, hash }: HTMLAnchorElement): boolean {
  return host === location.host && hash === '';
}

/** Whether an element names the links to pages of the site that follow, such as „Mehr zum Thema“, and is no sentence. */
export function isLabelOfLinks(element: Element): boolean {
  const next = element.nextElementSibling;
  if (!next || element.matches(ENTRIES) || element.querySelector('a, img')) return false;
  const text = textOf(element);
  if (text === '' || text.length > TITLE || /[.!?…]$/.test(text)) return false;
  if (![...next.getElementsByTagName('a')].every(isOfSite)) return false;
  return isListOfLinks(next) || isListOfTeasers(next) || isTeaser(next);
}

/** Whether the `textContent` of an element is not text. */
export function isCode(element: Element): boolean {
  return element.matches(CODE);
}

/** Whether an element has no text. */
export function isEmpty(element: Element): boolean {
  return textOf(element) === '';
}

/** The text of an element, without that of scripts in it. */
function textOf(element: Element): string {
  let text = element.textContent;
  if (element.firstElementChild)
    for (const code of element.querySelectorAll(CODE)) text = text.replace(code.textContent, '');
  return text.trim();
}

/** Whether a link stands between blocks, and not in a line of text. */
export function isLinkAmongBlocks(link: Element): boolean {
  if (!link.hasAttribute('href') || !isAmongBlocks(link)) return false;
  if (link.querySelector(`${HEADINGS}, p, figcaption`)) return false;
  return textOf(link).length < LONG_LINK;
}

/** Whether an inline element stands between blocks, and not in a line of text. */
export function isAmongBlocks({ parentElement }: Element): boolean {
  if (!parentElement) return false;
  const { localName } = parentElement;
  if (isInline(localName) || isHeading(localName) || parentElement.matches(`p, ${ENTRIES}`))
    return false;
  return hasNoLines(parentElement);
}

/** Whether an element has no letters outside of the elements in it. */
export function hasNoLines({ childNodes }: Element): boolean {
  return [...childNodes].every(
    (node) => node.nodeType !== Node.TEXT_NODE || !/\p{L}/u.test((node as Text).data),
  );
}

/** Whether an element shows another page: its only heading leads there, and it has not much text. */
export function isTeaser(element: Element): boolean {
  const [heading, other] = element.querySelectorAll(HEADINGS);
  if (!heading || other) return false;
  return (leadsAway(heading) || isCard(element)) && proseOf(element) < TEASER;
}

/** Whether an `article` has a link without text to a page of the site, which style sheets spread over all of it. */
function isCard(element: Element): boolean {
  if (element.localName !== 'article') return false;
  const [link] = element.getElementsByTagName('a');
  return link !== undefined && isEmpty(link) && !link.firstElementChild && isOfSite(link);
}

/**
 * Whether each child of an element begins with a link to a page of the site, and the average length of these links is that of a
 * headline. Lists within articles have shorter links, such as names.
 */
export function isListOfTeasers(element: Element): boolean {
  if (element.childElementCount < SEVERAL) return false;
  const { children } = element;
  if (isInline(children[0]?.localName ?? '')) return false;
  let linked = 0;
  for (const child of children) {
    const length = teasedBy(child);
    if (length === 0) return false;
    linked += length;
  }
  return linked >= HEADLINE * children.length;
}

/** The length of the link to a page of the site that an element begins with, or 0. It may be the page itself. */
function teasedBy(element: Element): number {
  const link = element.querySelector<HTMLAnchorElement>('a[href]');
  const text = link?.textContent.trim() ?? '';
  if (text.length < WORD || !link || !isOfSite(link)) return 0;
  const around = element.textContent.trim();
  return around.startsWith(text) && around.length - text.length < TEASER ? text.length : 0;
}

/** Whether a heading or a link leads to another page of the same site. A heading may also be linked with itself or with a source. */
export function leadsAway(element: Element): boolean {
  if (element.localName === 'h1') return false;
  const link = element.querySelector('a') ?? element.closest<HTMLAnchorElement>('a[href]');
  if (!link) return false;
  // Reading the parts of an absolute address takes some time.
  const path = PATH.exec(link.getAttribute('href') ?? '')?.[0];
  if (path) return path !== location.pathname;
  return link.host === location.host && link.pathname !== location.pathname;
}
