import { type Box, boxesOf, proseOf } from './boxes.js';
import { copiesIn } from './copies.js';
import { isCredit } from './credits.js';
import {
  COMMENTS_LIMIT,
  furnitureLimit,
  furnitureWord,
  isBelowOtherHeading,
  isHeading,
  isHiddenByName,
  isInline,
  SHORT_NAMED,
} from './furniture-names.js';
import {
  isAmongBlocks,
  isCode,
  isEmpty,
  isLinkAmongBlocks,
  isListOfLinks,
  isLabelOfLinks,
  isListOfTeasers,
  isTeaser,
  leadsAway,
  TEASER,
} from './link-furniture.js';
import { namesOfText } from './names-of-text.js';

/** The limit of what has a class that hides it. */
const HIDDEN_LIMIT = 0.3;

/** The limit of a list of teasers without headings: what is most of a text may be a survey of news. */
const TEASERS_LIMIT = 0.4;

/** With less prose so far, a page is not large, in UTF-16 code units: links in its furniture help to tell where its text ends. */
const MUCH = 50_000;

/** The label of an advertisement, whose place may be empty. */
const AD_LABEL = /^[\s(–-]*(?:anzeige|werbung|advertisement|publicité|pubblicità)[\s)–:-]*$/i;

/** What an author wants to be read. */
const WANTED = '[data-vorleser="read"], [data-vorleser-say]';

/**
 * Tells what inside of an article is not part of its text: related articles, comments, bylines, lists of links, copies of the text. Each element is judged by
 * itself, since the page may change; one that is or holds what the author wants to be read is part of the text.
 */
export function furnitureIn(root: Element): (element: Element) => boolean {
  const isCopy = copiesIn(root);
  let text: { prose: number; names: ReadonlySet<string> } | null = null;
  const isLarge = (element: Element, limit: number): boolean => {
    const prose = proseOf(element);
    if (prose === 0) return false;
    text ??= measure(root);
    return prose > limit * text.prose;
  };
  const isNamedLikeText = (element: Element) => text?.names.has(furnitureWord(element)) === true;
  const isFurniture = (element: Element): boolean => {
    const { localName } = element;
    if (isHiddenByName(element) && !isLarge(element, HIDDEN_LIMIT)) return true;
    if (isInline(localName)) return isInlineFurniture(element, localName);
    const limit = furnitureLimit(element, localName);
    if (limit > 0 && !isLarge(element, limit) && !isNamedLikeText(element)) return true;
    if (isHeading(localName)) return isHeadingOfFurniture(element);
    if (isListOfTeasers(element)) return !isLarge(element, TEASERS_LIMIT);
    return (
      isListOfLinks(element) ||
      isTeaser(element) ||
      isLabelOfLinks(element) ||
      isCredit(element) ||
      isAdLabel(element) ||
      isCopy(element)
    );
  };
  const isInlineFurniture = (element: Element, name: string): boolean => {
    if (name === 'a') return isTeaser(element) || isLinkAmongBlocks(element);
    if (isCredit(element)) return true;
    if (isAdLabel(element) && isAmongBlocks(element)) return true;
    return (
      furnitureLimit(element, name) > 0 &&
      element.textContent.length < SHORT_NAMED &&
      isAmongBlocks(element)
    );
  };
  const isBetween = (element: Element): boolean =>
    isCode(element) || ((isEmpty(element) || interrupts(element)) && isFurniture(element));
  const isHeadingOfFurniture = (heading: Element): boolean => {
    let next = heading.nextElementSibling;
    let first: Element | null = null;
    // What stands between a heading and its text, such as the empty place of an advertisement, says nothing about it.
    while (next && isBetween(next)) {
      if (!interrupts(next)) first ??= next;
      next = next.nextElementSibling;
    }
    next ??= first;
    return (
      heading.localName !== 'h1' && next !== null && !isHeading(next.localName) && isFurniture(next)
    );
  };
  return (element) => isFurniture(element) && !isWanted(element);
}

/** How much prose an element has, and the names of furniture that its text has. */
function measure(root: Element) {
  const boxes = boxesOf(root);
  const [{ prose }] = boxes;
  const named = boxes.filter((box) => {
    const limit = box.prose > 0 ? furnitureLimit(box.element, box.name) : 0;
    return limit > 0 && box.prose <= limit * prose;
  });
  return { prose, names: namesOfText(boxes, new Set(named)) };
}

/** Whether a heading above an element is not its own. */
function interrupts(element: Element): boolean {
  return isBelowOtherHeading(element) || isAdLabel(element);
}

function isAdLabel({ childElementCount, textContent }: Element): boolean {
  return childElementCount < 2 && textContent.length < 40 && AD_LABEL.test(textContent);
}

function isWanted(element: Element): boolean {
  return element.closest(WANTED) !== null || element.querySelector(WANTED) !== null;
}

/**
 * Whether an element of a large page is furniture because of its names, however much prose follows that before it. Most elements of such a page
 * are in its comments and teasers, and each visit takes its time.
 */
export function isSurelyFurniture(element: Element, name: string, prose: number): boolean {
  if (prose < MUCH) return false;
  const limit = furnitureLimit(element, name);
  return limit > 0 && element.textContent.length < limit * prose;
}

/**
 * Marks the furniture among the boxes of a page, by the same rules. Returns the teasers among it, with a heading each, and the lists of
 * teasers without.
 */
export function markFurniture(boxes: readonly [Box, ...Box[]]) {
  const [{ prose }] = boxes;
  const named = namedAmong(boxes);
  const text = namesOfText(boxes, named);
  for (const box of boxes) {
    const isNamed = named.has(box) && !text.has(furnitureWord(box.element));
    box.isFurniture = isNamed || box.parent?.isFurniture === true;
  }
  const teasers = teasersAmong(boxes);
  const lists = boxes.filter(
    (box) =>
      box.hasBoxes &&
      box.headings === 0 &&
      box.prose < TEASERS_LIMIT * prose &&
      isListOfTeasers(box.element),
  );
  for (const box of [...teasers, ...lists]) box.isFurniture = true;
  for (const box of boxes) if (box.parent?.isFurniture) box.isFurniture = true;
  return { teasers, lists };
}

/** The boxes of a page that are furniture because of their own names, in document order. */
function namedAmong(boxes: readonly [Box, ...Box[]]): ReadonlySet<Box> {
  const [{ prose }] = boxes;
  const limits = new Map<Box, number>();
  const inComments = new Set<Box>();
  let comments = 0;
  for (const box of boxes) {
    let isComment = box.parent !== null && inComments.has(box.parent);
    // Names do not matter where no prose is.
    if (!isComment && box.prose > 0) {
      const limit = furnitureLimit(box.element, box.name);
      isComment = limit === COMMENTS_LIMIT && box.prose < limit * prose;
      if (limit > 0) limits.set(box, limit);
    }
    if (!isComment) continue;
    inComments.add(box);
    comments += box.ownProse;
  }
  // Comments may be longer than the text, so other names are compared with what is left.
  return new Set(
    [...limits.keys()].filter((box) => {
      const limit = limits.get(box) ?? 0;
      return inComments.has(box) || box.prose < limit * (prose - comments);
    }),
  );
}

/** The largest boxes that are teasers. */
function teasersAmong(boxes: readonly Box[]): Box[] {
  const teasers: Box[] = [];
  for (const box of boxes) {
    if (!isHeading(box.name) || !leadsAway(box.element)) continue;
    let item = box;
    while (item.parent && item.parent.headings === 1) item = item.parent;
    if (item.prose < TEASER) teasers.push(item);
  }
  return teasers;
}
