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

/** The boxes of an element in document order: the element itself first. Needs computed styles, but no layout. */
export function boxesOf(root: Element): [Box, ...Box[]] {
  const boxes = new Boxes(root);
  boxes.measure();
  const { all } = boxes;
  for (let i = all.length - 1; i >= 0; i--) {
    const box = all[i] as Box;
    const { parent } = box;
    box.ownProse = proseIn(box);
    box.prose += box.ownProse;
    if (isHeading(box.name)) box.headings++;
    if (!parent) continue;
    parent.prose += box.prose;
    parent.headings += box.headings;
  }
  return all;
}

/** How much prose an element has, in UTF-16 code units. */
export function proseOf(element: Element): number {
  return boxesOf(element)[0].prose;
}

/**
 * Divides an element into boxes. Each access to the DOM takes its time, of which a large page needs a hundred thousand, so most text is
 * not visited node by node: `textContent` has that of a box without further boxes at once.
 */
class Boxes {
  readonly all: [Box, ...Box[]];
  /** Null for elements that are skipped. */
  readonly #byElement = new Map<Node, Box | null>();
  /** Inline elements around boxes. */
  readonly #inlineAround = new Set<Node>();
  readonly #links: Element[] = [];

  constructor(root: Element) {
    const box = newBox(root, root.localName, null, false);
    this.all = [box];
    this.#byElement.set(root, box);
    const elements = root.getElementsByTagName('*');
    const { length } = elements;
    for (let i = 0; i < length; i++) {
      const element = elements[i] as Element;
      const { localName } = element;
      if (!isInline(localName)) this.#add(element, localName);
      else if (localName === 'a') this.#links.push(element);
    }
  }

  #add(element: Element, name: string): void {
    let around = element.parentNode as Node;
    let isLinked = false;
    let parent = this.#byElement.get(around);
    for (; parent === undefined; parent = this.#byElement.get(around)) {
      this.#inlineAround.add(around);
      isLinked ||= (around as Element).localName === 'a';
      around = around.parentNode as Node;
    }
    if (parent) parent.hasBoxes = true;
    const box =
      parent && !SKIPPED.has(name)
        ? newBox(element, name, parent, isLinked || parent.inLink)
        : null;
    this.#byElement.set(element, box);
    if (box) this.all.push(box);
  }

  /** Measures the text of each box. */
  measure(): void {
    for (const box of this.all) {
      if (box.hasBoxes) this.#measureAround(box, box.element, box.inLink);
      else addText(box, textOf(box.element), box.inLink);
    }
    for (const link of this.#links) {
      if (this.#inlineAround.has(link)) continue;
      let around: Node = link;
      let box: Box | null | undefined;
      while (box === undefined) {
        around = around.parentNode as Node;
        box = this.#byElement.get(around);
      }
      if (box && !box.inLink) box.linked += textOf(link).length;
    }
  }

  /** Measures the text of a box that stands around others, or the part of it in an inline element around them. */
  #measureAround(box: Box, element: Node, inLink: boolean): void {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) addText(box, (node as Text).data.trim(), inLink);
      else if (node.nodeType === Node.ELEMENT_NODE && !this.#byElement.has(node)) {
        if (!this.#inlineAround.has(node)) addText(box, textOf(node as Element), inLink);
        else this.#measureAround(box, node, inLink || (node as Element).localName === 'a');
      }
    }
  }
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

function addText(box: Box, { length }: string, linked: boolean): void {
  box.chars += length;
  if (linked) box.linked += length;
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
