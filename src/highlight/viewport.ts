/** The upper and lower edge of something, in CSS px from the top of the viewport. */
export interface VerticalExtent {
  readonly top: number;
  readonly bottom: number;
}

/** Elements over the page at the upper or lower edge of the viewport. Nothing is scrolled to a position beneath them. */
export const overlays = new Set<Element>();

/** The part of the viewport that no overlay covers. */
export function freeViewport(): VerticalExtent {
  let [top, bottom] = [0, innerHeight];
  for (const overlay of overlays) {
    const rect = overlay.getBoundingClientRect();
    if (rect.top + rect.bottom > innerHeight) bottom = Math.min(bottom, rect.top);
    else top = Math.max(top, rect.bottom);
  }
  return { top, bottom };
}

export function overlap(one: VerticalExtent, other: VerticalExtent): boolean {
  return one.top < other.bottom && one.bottom > other.top;
}

/**
 * The part of a scroll container in which content can be seen: without its `scroll-padding`, which a page sets for a sticky
 * header, and without overlays.
 */
export function scrollport(scroller: Element): VerticalExtent {
  const free = freeViewport();
  const box = boxOf(scroller);
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
  const top = box.top + pixels(scrollPaddingTop, box);
  const bottom = box.bottom - pixels(scrollPaddingBottom, box);
  const visible = { top: Math.max(top, free.top), bottom: Math.min(bottom, free.bottom) };
  // A container that is mostly out of view is scrolled into view itself.
  return visible.bottom - visible.top > (bottom - top) / 2 ? visible : { top, bottom };
}

/** The scroll containers around a node, from the innermost to the page's. */
export function scrollersOf(node: Node): Element[] {
  const scrollers: Element[] = [];
  const page = document.scrollingElement;
  for (let parent = parentOf(node); parent; parent = parentOf(parent)) {
    if (!(parent instanceof Element)) continue;
    const { overflowY, position } = getComputedStyle(parent);
    const scrolls = /auto|scroll/.test(overflowY) && parent.scrollHeight > parent.clientHeight;
    if (scrolls && parent !== page && !isViewportsBody(parent)) scrollers.push(parent);
    if (position === 'fixed') return scrollers;
  }
  if (page) scrollers.push(page);
  return scrollers;
}

/** The parent in the flat tree, which determines the layout. */
export function parentOf(node: Node): Node | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  return slot ?? node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
}

/** The body's overflow is the viewport's, unless the root element has one. See https://drafts.csswg.org/css-overflow-3/#overflow-propagation */
function isViewportsBody(element: Element): boolean {
  return (
    element === document.body && getComputedStyle(document.documentElement).overflowY === 'visible'
  );
}

function boxOf(scroller: Element): VerticalExtent {
  if (scroller === document.scrollingElement) return { top: 0, bottom: innerHeight };
  const top = scroller.getBoundingClientRect().top + scroller.clientTop;
  return { top, bottom: top + scroller.clientHeight };
}

/** A `scroll-padding` in CSS px; 0 for `auto`. */
function pixels(length: string, { top, bottom }: VerticalExtent): number {
  const number = parseFloat(length) || 0;
  return length.endsWith('%') ? (number / 100) * (bottom - top) : number;
}
