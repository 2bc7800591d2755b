import { type Box, overlap } from './box.js';
import { ancestorsOf } from './viewport.js';

/**
 * The elements that are hit at a point, from the topmost, each as the innermost one in open shadow trees.
 *
 * @param x in CSS px from the left edge of the viewport
 * @param y in CSS px from its upper edge
 */
export function elementsAt(document: Document, x: number, y: number): Element[] {
  return document.elementsFromPoint(x, y).map((element) => innermostAt(element, x, y));
}

/** The topmost element that is hit at a point, also in open shadow trees; null outside of the viewport. */
export function elementAt(document: Document, x: number, y: number): Element | null {
  const hit = document.elementFromPoint(x, y);
  return hit && innermostAt(hit, x, y);
}

/** Browsers differ in whether a shadow tree also finds the elements around it. */
function innermostAt(host: Element, x: number, y: number): Element {
  const inner = host.shadowRoot
    ?.elementsFromPoint(x, y)
    .find((element) => element.getRootNode() === host.shadowRoot);
  return inner ? innermostAt(inner, x, y) : host;
}

/** Whether an element itself can be hit at a point. A layer for floating elements often lets clicks through. */
export function isHitAt(element: Element, point: Box): boolean {
  return (
    overlap(point, element.getBoundingClientRect()) &&
    getComputedStyle(element).pointerEvents !== 'none'
  );
}

/** Whether an element is fully transparent. Safari has no `checkVisibility` before 17.4. */
export function isTransparent(element: Element): boolean {
  return element.checkVisibility?.({ opacityProperty: true }) === false;
}

export function staysInPlace(element: Element): boolean {
  const { position } = getComputedStyle(element);
  return position === 'fixed' || position === 'sticky';
}

/** The elements from an element outwards, in the flat tree, until one for which a condition holds. */
export function pathUntil(element: Element, ends: (element: Element) => boolean): Element[] {
  const path = ancestorsOf(element);
  const end = path.findIndex(ends);
  return end < 0 ? path : path.slice(0, end);
}
