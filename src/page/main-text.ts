import { type Box, boxesOf, PARAGRAPH, sumUp } from './boxes.js';
import { closingLabels } from './closing-labels.js';
import { boxAround } from './confirmed-text.js';
import { furnitureIn, isSurelyFurniture, markFurniture } from './furniture.js';
import { HEADINGS, isHeading } from './furniture-names.js';
import { follows, headlineOf, shownAgain } from './headline.js';
import { leadsAway } from './link-furniture.js';
import { openingFurniture } from './opening-lines.js';
import { metadataOf } from './page-metadata.js';

/** The main text of a page. */
export interface MainText {
  /** The element that holds the text and its headline; null where the page has no text, or is a list of others. */
  readonly root: Element | null;
  /** Its headline; null where it has none. */
  readonly headline: Element | null;
  /** How much of it is prose, in UTF-16 code units. */
  readonly prose: number;
  /** Whether an element inside of the root is not part of the text. */
  readonly leaveOut: (element: Element) => boolean;
  /** Whether the page is a list of articles, none of which is the page's own. */
  readonly isList: boolean;
}

/** Which part of the best score a smaller element needs to be taken instead of the one around it. */
const NEARLY_BEST = 0.96;

/** Which part of the text an `article` in it must hold to be all of it. */
const MOST = 0.6;

/** So much prose in paragraphs near each other is a text, in UTF-16 code units. Then others, far apart, do not count. */
const CLUSTER = 500;

/** A page with less prose, and with so many teasers, is a list; so is one with less prose for each of so many linked headings. */
const SHORT = 80;
const SEVERAL = 4;
const SHORT_PART = 300;

/** What says that an element is the article, the surest first. */
const MARKED = ['[itemprop~="articleBody"]', 'article', 'main'];

/**
 * Finds the main text of a page in its DOM: the element in which prose most outweighs links, from the headline on. Names and elements
 * such as `article` only decide where that leaves a choice, since pages give them to teasers, comments and widgets as well.
 */
export function mainTextOf(page: Document): MainText {
  const { body } = page;
  const metadata = metadataOf(page);
  const boxes = boxesOf(body, isSurelyFurniture);
  const { teasers, lists } = markFurniture(boxes);
  score(boxes);
  const most = boxes.reduce((best, box) => Math.max(best, box.score), 0);
  const best = boxes.findLast((box) => most > 0 && box.score >= NEARLY_BEST * most);
  const core = confirmed(
    best && widened(narrowed(best, boxes), boxes),
    boxAround(metadata.articleBody, boxes),
  );
  if (isListOfTeasers(teasers, core, most) && !metadata.isArticle) return none(true);
  if (core && isListOfArticles(core, boxes)) return none(true);
  // Where a page has less text than a paragraph, its markup says more.
  const root = (most < PARAGRAPH && markedIn(body)) || core?.element;
  if (!root) return none(false);
  const first = headlineOf(root, metadata.titles);
  const again = first && headlineAgain(first, root, boxes);
  const headline = again ?? first;
  const others = new Set(lists.map(({ element }) => element));
  if (first && again) others.add(first);
  return {
    ...withHeadline(root, headline, others, boxes, metadata.authors),
    prose: core?.prose ?? 0,
    isList: false,
  };
}

const none = (isList: boolean): MainText => ({
  root: null,
  headline: null,
  prose: 0,
  leaveOut: () => false,
  isList,
});

function isListOfTeasers(teasers: readonly Box[], core: Box | undefined, prose: number): boolean {
  if (teasers.length < SEVERAL) return false;
  if (prose < SHORT || !core) return true;
  // The texts of teasers whose headings stand beside them are not in boxes of their own.
  const headings = teasers.filter(
    ({ name, element }) => isHeading(name) && core.element.contains(element),
  ).length;
  return headings >= SEVERAL && prose < headings * SHORT_PART;
}

/** The heading that shows the headline again, before the second paragraph: the first one may be a caption. */
function headlineAgain(headline: Element, text: Element, boxes: readonly Box[]): Element | null {
  const isParagraph = ({ element, ownProse }: Box) =>
    ownProse >= PARAGRAPH && text.contains(element) && follows(element, headline);
  const first = boxes.findIndex(isParagraph);
  if (first < 0) return null;
  const second = boxes.find((box, i) => i > first && isParagraph(box)) ?? boxes[first];
  return second ? shownAgain(headline, second.element) : null;
}

/** The first element that says it is the article. */
function markedIn(body: Element): Element | undefined {
  return MARKED.flatMap((marked) => [...body.querySelectorAll(marked)]).find(
    (each) => each.checkVisibility() && /\S/.test(each.textContent),
  );
}

/** Scores each box by its text, against its links. */
function score(boxes: readonly Box[]): void {
  const paragraphs = boxes.filter(
    (box) => box.ownProse > 0 && box.chars >= PARAGRAPH && !box.isFurniture,
  );
  const alone = new Set(paragraphs.filter(isAlone));
  const together = ownProseOf(paragraphs) - ownProseOf(alone);
  const hasCluster = together > CLUSTER && together > ownProseOf(alone);
  for (const box of boxes) {
    const isFar = box.isFurniture || (hasCluster && alone.has(box));
    if (box.linked > box.chars / 2) box.score = -Math.round(box.linked / 2);
    else box.score = isFar ? 0 : box.ownProse;
  }
  sumUp(boxes, (around, box) => (around.score += box.score));
}

function ownProseOf(boxes: Iterable<Box>): number {
  let sum = 0;
  for (const { ownProse } of boxes) sum += ownProse;
  return sum;
}

/** Whether no other paragraph is near. */
function isAlone(box: Box): boolean {
  let around = box;
  for (let level = 0; level < 3; level++) around = around.parent ?? around;
  return around.prose - box.prose < PARAGRAPH;
}

/** The first of several articles in a box that have a headline each, or the one with most of its text; else the box itself. */
function narrowed(box: Box, boxes: readonly Box[]): Box {
  const marked = new Set(box.element.querySelectorAll('article, [itemprop~="articleBody"]'));
  const articles = boxes.filter(({ element }) => marked.has(element));
  const [first, second] = articles.filter(
    ({ element, prose }) => prose > CLUSTER && element.querySelector('h1'),
  );
  if (first && second && !first.element.contains(second.element)) return first;
  return articles.find(({ prose }) => prose > MOST * box.prose) ?? onlyPost(box, boxes) ?? box;
}

/** The only post in a box, which may be shorter than what stands beside it: https://microformats.org/wiki/hentry */
function onlyPost({ element }: Box, boxes: readonly Box[]): Box | undefined {
  const [post, other] = element.getElementsByClassName('hentry');
  return other ? undefined : boxes.find((box) => box.element === post && box.score >= PARAGRAPH);
}

/** What the page itself calls the text of its article, where that is somewhere else, or nearly all of what was found. */
function confirmed(core: Box | undefined, named: Box | undefined): Box | undefined {
  if (!core || !named) return core;
  if (named.element.contains(core.element)) return core;
  const isPart = core.element.contains(named.element) && named.prose < MOST * core.prose;
  return isPart ? core : named;
}

/** The box around it, where further paragraphs stand beside it there; else the box itself. */
function widened(box: Box, boxes: readonly Box[]): Box {
  const { parent } = box;
  const hasMore = boxes.some(
    (each) => each.parent === parent && each !== box && each.score >= PARAGRAPH && !each.hasBoxes,
  );
  return parent && hasMore ? widened(parent, boxes) : box;
}

/** Whether most of the text is in articles that have pages of their own. */
function isListOfArticles({ element, prose }: Box, boxes: readonly Box[]): boolean {
  const inside = boxes.filter(
    (box) =>
      box.name === 'article' &&
      box.element !== element &&
      element.contains(box.element) &&
      hasOwnPage(box.element),
  );
  return inside.length > 1 && inside.reduce((sum, box) => sum + box.prose, 0) > MOST * prose;
}

function hasOwnPage(article: Element): boolean {
  const heading = article.querySelector(HEADINGS);
  return heading !== null && leadsAway(heading);
}

/**
 * The text from its headline on, which may stand before it in another branch.
 *
 * @param others what else is not read
 */
function withHeadline(
  core: Element,
  headline: Element | null,
  others: ReadonlySet<Element>,
  boxes: readonly Box[],
  authors: readonly string[],
): Pick<MainText, 'root' | 'headline' | 'leaveOut'> {
  let root = core;
  while (headline && !root.contains(headline) && root.parentElement) root = root.parentElement;
  const isFurniture = furnitureIn(root);
  // Found when it is asked for, like furniture: that takes longer than finding the text.
  let lines: ReadonlySet<Element> | null = null;
  const isLineAround = (element: Element) => {
    lines ??= new Set([
      ...openingFurniture(core, headline, boxes, authors),
      ...closingLabels(core, boxes, isFurniture),
    ]);
    return lines.has(element);
  };
  return {
    root,
    headline,
    leaveOut: (element) => {
      if (headline && element.contains(headline)) return false;
      if (headline && isOutside(element, headline, core)) return true;
      return others.has(element) || isFurniture(element) || isLineAround(element);
    },
  };
}

/** Whether an element is before the headline, and not beside it in its box, or after the text. */
function isOutside(element: Element, headline: Element, core: Element): boolean {
  if (core.contains(element) || element.contains(core)) return false;
  if (follows(headline, element)) return !headline.parentElement?.contains(element);
  return follows(element, core);
}
