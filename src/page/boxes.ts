import { isHeading, isInline } from './furniture-names.js';

/** An element that is usually laid out as a block, with the text that stands in it outside of further blocks. */
export interface Box {
  readonly element: Element;
  /** The local name of the element. */
  readonly name: string;
  readonly parent: Box | null;
  /** Whether it stands in a link. */
  readonly inLink: boolean;
  /** Whether it stands around other boxes, or elements that are skipped. */
  hasBoxes: boolean;
  /** The length of its own text, and of the part of that in links, in UTF-16 code units. */
  chars: number;
  linked: number;
  /** How much of its own text is prose, in code units. */
  ownProse: number;
  /** The same with the boxes inside of it. */
  prose: number;
  /** The number of headings in it. */
  headings: number;
  /** Whether it is rendered, as far as that was asked. */
  visible: boolean | undefined;
  /** Whether it is furniture, or in a box that is, as far as that was asked. */
  isFurniture: boolean;
  /** By how much text outweighs links in it, as far as that was computed. */
  score: number;
}

/** Elements whose text is not the page's. */
const SKIPPED = new Set(
  (
    'script style noscript template nav aside footer button select textarea option svg canvas iframe object dialog ' +
    'menu vorleser-player'
  ).split(' '),
);

/** The fewest characters of a paragraph. Shorter text may be a heading or a list item, but also a label or a date. */
export const PARAGRAPH = 80;

/** How much a character of shorter text counts. */
const SHORT_TEXT = 0.2;

/** Whether an element is left out with all that is in it, where so much prose was found before. */
type Skip = (element: Element, name: string, prose: number) => boolean;

/** What was found so far, and what of the rest is left out. */
interface Walk {
  readonly boxes: Box[];
  prose: number;
  readonly isSkipped: Skip;
}

/** The boxes of an element in document order: the element itself first. Needs computed styles, but no layout. */
export function boxesOf(root: Element, isSkipped: Skip = () => false): [Box, ...Box[]] {
  const box = newBox(root, root.localName, null, false);
  const boxes: [Box, ...Box[]] = [box];
  measure(box, { boxes, prose: 0, isSkipped });
  return boxes;
}

/** How much prose an element has, in UTF-16 code units. */
export function proseOf(element: Element): number {
  return boxesOf(element)[0].prose;
}

/** Measures a box and those in it. */
function measure(box: Box, walk: Walk): void {
  measureText(box, box.element, box.inLink, walk);
  box.ownProse = proseIn(box);
  box.prose += box.ownProse;
  walk.prose += box.ownProse;
  if (isHeading(box.name)) box.headings++;
}

/**
 * Measures the text of a box, or the part of it in an inline element. Each access to the DOM takes its time, so most text is not visited
 * node by node: `textContent` has that of an element without boxes in it at once.
 */
function measureText(box: Box, element: Element, inLink: boolean, walk: Walk): void {
  const linked = linkedIn(element);
  if (linked !== undefined) {
    const { length } = textOf(element);
    box.chars += length;
    box.linked += inLink ? length : linked;
    return;
  }
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === Node.ELEMENT_NODE) measureElement(box, node as Element, inLink, walk);
    else if (node.nodeType === Node.TEXT_NODE) {
      const { length } = (node as Text).data.trim();
      box.chars += length;
      if (inLink) box.linked += length;
    }
  }
}

/** Measures an element beside boxes or text: a box of its own, or a part of the box around it. */
function measureElement(around: Box, element: Element, inLink: boolean, walk: Walk): void {
  const { localName } = element;
  if (isInline(localName)) {
    measureText(around, element, inLink || localName === 'a', walk);
    return;
  }
  around.hasBoxes = true;
  if (SKIPPED.has(localName) || walk.isSkipped(element, localName, walk.prose)) return;
  const box = newBox(element, localName, around, inLink);
  walk.boxes.push(box);
  measure(box, walk);
  around.prose += box.prose;
  around.headings += box.headings;
}

/** The length of the text in links, in UTF-16 code units, of an element without boxes in it; undefined for others. */
function linkedIn(element: Element): number | undefined {
  let linked = 0;
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    const { localName } = child;
    const inside = isInline(localName) ? linkedIn(child) : undefined;
    if (inside === undefined) return undefined;
    linked += localName === 'a' ? textOf(child).length : inside;
  }
  return linked;
}

function newBox(element: Element, name: string, parent: Box | null, inLink: boolean): Box {
  return {
    element,
    name,
    parent,
    inLink,
    hasBoxes: false,
    chars: 0,
    linked: 0,
    ownProse: 0,
    prose: 0,
    headings: 0,
    visible: undefined,
    isFurniture: false,
    score: 0,
  };
}

/** The text of an element without boxes in it; indentation between its elements does not count. */
function textOf({ textContent }: Element): string {
  const text = textContent.trim();
  return text.includes('\n') ? text.replace(/\s\s+/g, ' ') : text;
}

function proseIn(box: Box): number {
  const { chars, linked } = box;
  if (chars < 2 || linked > chars / 2) return 0;
  if (chars < PARAGRAPH) return Math.round((chars - linked) * SHORT_TEXT);
  return isVisible(box.parent ?? box) ? chars - linked : 0;
}

/** Whether a box is rendered. Paragraphs are seldom hidden one by one, so it is enough to ask for the boxes around them. */
function isVisible(box: Box): boolean {
  return (box.visible ??= box.element.checkVisibility());
}

/** Adds what each box has to the boxes around it. */
export function sumUp(boxes: readonly Box[], add: (around: Box, box: Box) => void): void {
  for (let i = boxes.length - 1; i > 0; i--) {
    const box = boxes[i] as Box;
    if (box.parent) add(box.parent, box);
  }
}
