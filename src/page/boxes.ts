import { isHeading, isInline } from './furniture-names.js';

/** An element that is usually laid out as a block, with the text that stands in it outside of further blocks. */
export interface Box {
  readonly element: Element;
  readonly parent: Box | null;
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
  visible?: boolean;
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

/** The boxes of an element in document order: the element itself first. Needs computed styles, but no layout. */
export function boxesOf(root: Element): [Box, ...Box[]] {
  const boxes: [Box, ...Box[]] = [newBox(root, null)];
  const visit = (element: Element, box: Box, inLink: boolean): void => {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) addText(box, (node as Text).data, inLink);
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      const child = node as Element;
      const { localName } = child;
      if (SKIPPED.has(localName)) continue;
      const linked = inLink || localName === 'a';
      if (isInline(child)) visit(child, box, linked);
      else {
        const inner = newBox(child, box);
        boxes.push(inner);
        visit(child, inner, linked);
      }
    }
  };
  visit(root, boxes[0], false);
  for (const box of boxes) {
    box.ownProse = box.prose = proseIn(box);
    box.headings = isHeading(box.element) ? 1 : 0;
  }
  sumUp(boxes, 'prose');
  sumUp(boxes, 'headings');
  return boxes;
}

function newBox(element: Element, parent: Box | null): Box {
  return { element, parent, chars: 0, linked: 0, ownProse: 0, prose: 0, headings: 0, score: 0 };
}

function addText(box: Box, text: string, linked: boolean): void {
  const { length } = text.trim();
  box.chars += length;
  if (linked) box.linked += length;
}

function proseIn(box: Box): number {
  const { chars, linked } = box;
  if (chars < 2 || linked > chars / 2) return 0;
  if (chars < PARAGRAPH) return (chars - linked) * SHORT_TEXT;
  return isVisible(box.parent ?? box) ? chars - linked : 0;
}

/** Whether a box is rendered. Paragraphs are seldom hidden one by one, so it is enough to ask for the boxes around them. */
function isVisible(box: Box): boolean {
  return (box.visible ??= box.element.checkVisibility());
}

/** Adds what each box has to the boxes around it. */
export function sumUp(boxes: readonly Box[], name: 'prose' | 'headings' | 'score'): void {
  for (let i = boxes.length - 1; i > 0; i--) {
    const { parent, [name]: own } = boxes[i] as Box;
    if (parent) parent[name] += own;
  }
}
