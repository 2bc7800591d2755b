/** Two heights of the viewport, in CSS px from its upper edge. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** What lies over the page at the upper or lower edge of the viewport, so that nothing is to be shown beneath it. */
export const overlays = new Set<Element>();

/** What of the viewport no overlay covers. */
export function freeViewport(): Stretch {
  let [top, bottom] = [0, innerHeight];
  for (const overlay of overlays) {
    const rect = overlay.getBoundingClientRect();
    if (rect.top + rect.bottom > innerHeight) bottom = Math.min(bottom, rect.top);
    else top = Math.max(top, rect.bottom);
  }
  return { top, bottom };
}

export function overlap(one: Stretch, other: Stretch): boolean {
  return one.top < other.bottom && one.bottom > other.top;
}

/**
 * What of a scroll container its content can be shown in: not under what its page keeps free by `scroll-padding`, as under a
 * header that stays, nor under an overlay.
 */
export function scrollport(scroller: Element): Stretch {
  const free = freeViewport();
  const box = boxOf(scroller);
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(scroller);
  const top = box.top + pixels(scrollPaddingTop, box);
  const bottom = box.bottom - pixels(scrollPaddingBottom, box);
  const visible = { top: Math.max(top, free.top), bottom: Math.min(bottom, free.bottom) };
  // A box of which little is to be seen is scrolled into view itself.
  return visible.bottom - visible.top > (bottom - top) / 2 ? visible : { top, bottom };
}

/** The containers that a node is scrolled with, from the innermost to that of the page. */
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

/** Around it in the flat tree, by which what is shown is laid out. */
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

function boxOf(scroller: Element): Stretch {
  if (scroller === document.scrollingElement) return { top: 0, bottom: innerHeight };
  const top = scroller.getBoundingClientRect().top + scroller.clientTop;
  return { top, bottom: top + scroller.clientHeight };
}

/** `auto` keeps nothing free. */
function pixels(length: string, { top, bottom }: Stretch): number {
  const number = parseFloat(length) || 0;
  return length.endsWith('%') ? (number / 100) * (bottom - top) : number;
}
