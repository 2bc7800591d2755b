import { type Box, inset, intersection } from './box.js';

/** Elements of players over the page at the upper or lower edge of the viewport. Nothing is scrolled to a position beneath them. */
export const overlays = new Set<Element>();

/** Elements of players that stay next to a piece of text. Scrolling does not help against what they cover. */
export const attached = new WeakSet<Element>();

/** Less than this is no room to read in, in CSS px. */
const MIN_ROOM = 40;

/** The part of the viewport that no overlay covers, in CSS px from its top. */
export function freeViewport(): Pick<Box, 'top' | 'bottom'> {
  let [top, bottom] = [0, innerHeight];
  for (const overlay of overlays) {
    const rect = overlay.getBoundingClientRect();
    if (rect.top + rect.bottom > innerHeight) bottom = Math.min(bottom, rect.top);
    else top = Math.max(top, rect.bottom);
  }
  return { top, bottom };
}

/** Whether an element is above or below the viewport. */
export function isOffScreen(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < 0 || top > innerHeight;
}

/**
 * The part of a scroll container in which content can be seen: without its `scroll-padding`, which a page sets for a sticky
 * header, and without overlays.
 */
export function scrollport(scroller: Element): Box {
  const box = boxOf(scroller);
  const viewport = viewportOf(scroller.ownerDocument);
  const padded = inset(box, scrollPadding(scroller, box));
  const free = scroller.ownerDocument === document ? { ...viewport, ...freeViewport() } : viewport;
  const visible = intersection(padded, free);
  if (isPage(scroller)) return isRoom(visible) ? visible : box;
  // A container that is mostly out of view is scrolled into view itself.
  return isMostOf(visible, padded) ? visible : padded;
}

/** Whether a box is large enough to show text in it. */
export function isRoom({ top, right, bottom, left }: Box): boolean {
  return bottom - top >= MIN_ROOM && right - left >= MIN_ROOM;
}

/** The viewport of a document, without a scrollbar at its side. */
export function viewportOf({ scrollingElement, defaultView }: Document): Box {
  const { innerWidth = 0, innerHeight = 0 } = defaultView ?? {};
  return {
    top: 0,
    right: scrollingElement?.clientWidth ?? innerWidth,
    bottom: innerHeight,
    left: 0,
  };
}

/** The scroll containers around a node, from the innermost to the page's. */
export function scrollersOf(node: Node): Element[] {
  const scrollers: Element[] = [];
  for (const element of ancestorsOf(node)) {
    const { overflowX, overflowY, position } = getComputedStyle(element);
    const scrolls =
      (isScrolled(overflowY) && element.scrollHeight > element.clientHeight) ||
      (isScrolled(overflowX) && element.scrollWidth > element.clientWidth);
    if (scrolls && !isPage(element) && !isViewportsBody(element)) scrollers.push(element);
    if (position === 'fixed') return scrollers;
  }
  const page = node.ownerDocument?.scrollingElement;
  if (page) scrollers.push(page);
  return scrollers;
}

/** The elements around a node in the flat tree, from the innermost; with the node, if it is an element. */
export function ancestorsOf(node: Node): Element[] {
  const elements: Element[] = [];
  for (let each: Node | null = node; each; each = parentOf(each))
    if (isElement(each)) elements.push(each);
  return elements;
}

/** The parent in the flat tree, which determines the layout. */
export function parentOf(node: Node): Node | null {
  const { assignedSlot = null } = node as Partial<Element>;
  return assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
}

/** Nodes of other documents are not instances of this document's classes. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}

function isScrolled(overflow: string): boolean {
  return overflow === 'auto' || overflow === 'scroll';
}

function isPage(scroller: Element): boolean {
  return scroller === scroller.ownerDocument.scrollingElement;
}

/** The body's overflow is the viewport's, unless the root element has one. See https://drafts.csswg.org/css-overflow-3/#overflow-propagation */
function isViewportsBody(element: Element): boolean {
  const { body, documentElement } = element.ownerDocument;
  return element === body && getComputedStyle(documentElement).overflowY === 'visible';
}

function isMostOf(part: Box, whole: Box): boolean {
  return (
    part.bottom - part.top > (whole.bottom - whole.top) / 2 &&
    part.right - part.left > (whole.right - whole.left) / 2
  );
}

function boxOf(scroller: Element): Box {
  if (isPage(scroller)) return viewportOf(scroller.ownerDocument);
  const rect = scroller.getBoundingClientRect();
  const [top, left] = [rect.top + scroller.clientTop, rect.left + scroller.clientLeft];
  return {
    top,
    right: left + scroller.clientWidth,
    bottom: top + scroller.clientHeight,
    left,
  };
}

function scrollPadding(scroller: Element, { top, right, bottom, left }: Box): Box {
  const style = getComputedStyle(scroller);
  return {
    top: pixels(style.scrollPaddingTop, bottom - top),
    right: pixels(style.scrollPaddingRight, right - left),
    bottom: pixels(style.scrollPaddingBottom, bottom - top),
    left: pixels(style.scrollPaddingLeft, right - left),
  };
}

/** A `scroll-padding` in CSS px; 0 for `auto`. */
function pixels(length: string, whole: number): number {
  const number = parseFloat(length) || 0;
  return length.endsWith('%') ? (number / 100) * whole : number;
}
