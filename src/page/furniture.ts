import { type Box, boxesOf } from './boxes.js';
import { copiesIn } from './copies.js';
import {
  COMMENTS_LIMIT,
  furnitureLimit,
  HEADINGS,
  isHeading,
  isInline,
} from './furniture-names.js';

/** A part of a page with so much prose is not the teaser of another page, in UTF-16 code units. */
const TEASER = 600;

/** From so much of its text in links on, 0 to 1, an element is a list of links. */
const LINKS = 0.9;

/** Parts of a list, a table or a glossary, which may well be links. */
const ENTRIES = 'li, tr, td, th, thead, tbody, dt, dd';

/** What an author wants to be read. */
const WANTED = '[data-vorleser="read"], [data-vorleser-say]';

/**
 * Tells what inside of an article is not part of its text: related articles, comments, bylines, lists of links, copies of the text. Each element is judged by
 * itself, since the page may change; one that is or holds what the author wants to be read is part of the text.
 */
export function furnitureIn(root: Element): (element: Element) => boolean {
  const isCopy = copiesIn(root);
  let total = -1;
  const isLarge = (element: Element, limit: number): boolean => {
    const prose = proseOf(element);
    if (prose === 0) return false;
    if (total < 0) total = proseOf(root);
    return prose > limit * total;
  };
  const isFurniture = (element: Element): boolean => {
    const { localName } = element;
    if (isInline(localName)) return localName === 'a' && isTeaser(element);
    const limit = furnitureLimit(element, localName);
    if (limit > 0 && !isLarge(element, limit)) return true;
    if (isHeading(localName)) return isHeadingOfFurniture(element);
    return isListOfLinks(element) || isTeaser(element) || isCopy(element);
  };
  const isHeadingOfFurniture = (heading: Element): boolean => {
    const next = heading.nextElementSibling;
    return (
      heading.localName !== 'h1' && next !== null && !isHeading(next.localName) && isFurniture(next)
    );
  };
  return (element) => isFurniture(element) && !isWanted(element);
}

function isWanted(element: Element): boolean {
  return element.closest(WANTED) !== null || element.querySelector(WANTED) !== null;
}

const proseOf = (element: Element) => boxesOf(element)[0].prose;

function isListOfLinks(element: Element): boolean {
  const links = element.getElementsByTagName('a');
  if (links.length === 0 || element.matches(ENTRIES) || element.querySelector('h1')) return false;
  let linked = 0;
  for (const link of links) if (link.hasAttribute('href')) linked += lengthOf(link);
  return linked > LINKS * lengthOf(element);
}

const lengthOf = ({ textContent }: Element) => textContent.trim().length;

/** Whether an element shows another page: its only heading leads there, and it has not much text. */
function isTeaser(element: Element): boolean {
  const [heading, other] = element.querySelectorAll(HEADINGS);
  return !!heading && !other && leadsAway(heading) && proseOf(element) < TEASER;
}

/** Whether a heading leads to another page of the same site. It may also be linked with itself or with a source. */
export function leadsAway(heading: Element): boolean {
  if (heading.localName === 'h1') return false;
  const link = heading.closest<HTMLAnchorElement>('a[href]') ?? heading.querySelector('a');
  if (!link) return false;
  const [path] = (link.getAttribute('href') ?? '#').split(/[?#]/);
  // Reading the parts of an absolute address takes some time.
  if (/^\/(?!\/)/.test(path ?? '')) return path !== location.pathname;
  return link.host === location.host && link.pathname !== location.pathname;
}

/** The furniture among the boxes of a page, by the same rules, and the teasers among it. */
export function furnitureAmong(boxes: readonly [Box, ...Box[]]) {
  const furniture = new Set<Box>();
  const limits = new Map<Box, number>();
  for (const box of boxes) {
    const limit = furnitureLimit(box.element, box.name);
    if (limit > 0) limits.set(box, limit);
  }
  const mark = (total: number, least: number) => {
    for (const [box, limit] of limits)
      if (limit >= least && box.prose < limit * total) furniture.add(box);
    for (const box of boxes) if (box.parent && furniture.has(box.parent)) furniture.add(box);
  };
  // Comments may be longer than the text, so other names are compared with what is left.
  const [{ prose }] = boxes;
  mark(prose, COMMENTS_LIMIT);
  const comments = [...furniture].reduce((sum, { ownProse }) => sum + ownProse, 0);
  mark(prose - comments, 0);
  const teasers = teasersAmong(boxes);
  for (const box of boxes)
    if (teasers.has(box) || (box.parent && furniture.has(box.parent))) furniture.add(box);
  return { furniture, teasers };
}

/** The largest boxes that are teasers. */
function teasersAmong(boxes: readonly Box[]): Set<Box> {
  const teasers = new Set<Box>();
  for (const box of boxes) {
    if (!isHeading(box.name) || !leadsAway(box.element)) continue;
    let item = box;
    while (item.parent && item.parent.headings === 1) item = item.parent;
    if (item.prose < TEASER) teasers.add(item);
  }
  return teasers;
}
