import type { Box } from '../highlight/box.js';
import {
  elementsAt,
  isHitAt,
  isTransparent,
  pathUntil,
  staysInPlace,
} from '../highlight/hit-test.js';
import { canScroll } from '../highlight/scroll.js';
import { ancestorsOf, scrollersOf } from '../highlight/viewport.js';
import type { Edge } from './keep-clear.js';

/** Bars of the page at an edge of the viewport, such as a navigation or a cookie banner. */
export interface EdgeBars {
  readonly elements: readonly Element[];
  /** How far they reach into the viewport together, in CSS px. */
  readonly reach: number;
}

/** The number of points along an edge that are tested. */
const POINTS = 5;

/**
 * Finds the bars at an edge that stay in place while the page scrolls, by hit-testing. What is higher than half of the viewport is
 * not a bar.
 *
 * @param overlay an element over them: its width is tested, and it does not count
 */
export function barsAt(edge: Edge, overlay: Element): EdgeBars {
  const elements = new Set<Element>();
  let reach = 0;
  for (;;) {
    const found = pointsAt(edge, reach, overlay).flatMap((point) => barAt(point, overlay) ?? []);
    const further = Math.max(0, ...found.map((bar) => reachOf(bar, edge)));
    if (further <= reach || further > innerHeight / 2) return { elements: [...elements], reach };
    found.forEach((bar) => elements.add(bar));
    reach = further;
  }
}

function reachOf(bar: Element, edge: Edge): number {
  const { top, bottom } = bar.getBoundingClientRect();
  return edge === 'lower' ? innerHeight - top : bottom;
}

/** Points along an edge, or along the bars that are known there. */
function pointsAt(edge: Edge, reach: number, overlay: Element): Box[] {
  const { left, right } = overlay.getBoundingClientRect();
  const y = edge === 'lower' ? innerHeight - reach - 1 : reach + 1;
  return Array.from({ length: POINTS }, (_, i) => {
    const x = left + 1 + (i * (right - left - 2)) / (POINTS - 1);
    return { top: y, right: x, bottom: y, left: x };
  });
}

function barAt(point: Box, overlay: Element): Element | null {
  const hit = elementsAt(document, point.left, point.top).find(
    (element) => !ancestorsOf(element).includes(overlay),
  );
  return hit && !isTransparent(hit) ? barAround(hit, point) : null;
}

/** The largest element around that stays in place; null if the element is scrolled. A bar may contain a scroll container. */
function barAround(element: Element, point: Box): Element | null {
  const scroller = scrollersOf(element).find(canScroll);
  const path = pathUntil(element, (each) => each === scroller);
  const parts = scroller ? path.slice(0, path.findLastIndex(staysInPlace) + 1) : path;
  const bar = parts.findLast((part) => isHitAt(part, point) && !isTall(part));
  if (bar || !scroller || isTall(scroller)) return bar ?? null;
  const around = ancestorsOf(scroller)[1];
  return around ? barAround(around, point) : null;
}

function isTall(element: Element): boolean {
  return element.getBoundingClientRect().height > innerHeight / 2;
}
