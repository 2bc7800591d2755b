import { type Box, intersection, overlap } from './box.js';
import { elementAt, isHitAt, isTransparent, pathUntil, staysInPlace } from './hit-test.js';
import type { ScrollContext } from './scroll-context.js';
import { ancestorsOf, attached, overlays, viewportOf } from './viewport.js';

/** The largest distances between the points that are tested, in CSS px, and the largest number of them along an axis. */
const STEP = 40;
const MAX_POINTS = 8;

/** A hit test takes the longer the more paragraphs a page has. The middle is tested for this time at most, in milliseconds. */
const BUDGET = 8;

/**
 * What lies over a place in a scroll container and does not scroll along: sticky and fixed bars, and what is laid over the
 * container. Found by hit-testing, so that it does not matter how a page has made it. What lets clicks through or is fully
 * transparent does not count.
 *
 * @param place where the text of the context is, or would be after scrolling
 */
export function coversOver(place: Box, context: ScrollContext): Box[] {
  // The hit test does not find text that lets clicks through, but what lies below it.
  const [around] = context.around;
  if (!around || getComputedStyle(around).pointerEvents === 'none') return [];
  const covers: Box[] = [];
  const seen = new Set<Element>();
  const test = (point: Box) => {
    if (covers.some((cover) => overlap(point, cover))) return;
    const hit = elementAt(around.ownerDocument, point.left, point.top);
    if (!hit || seen.has(hit)) return;
    seen.add(hit);
    const cover = coverOf(hit, point, context);
    if (cover) covers.push(cover);
  };
  const [left = [], right = [], ...between] = columnsOf(
    intersection(place, viewportOf(around.ownerDocument)),
  );
  // What lies at both sides is always found: the first hit test may have to wait for the page's layout.
  [...left, ...right].forEach(test);
  const end = performance.now() + BUDGET;
  for (const column of between) if (performance.now() < end) column.forEach(test);
  return covers;
}

/** Columns of points in a box, those at its sides first. */
function columnsOf({ top, right, bottom, left }: Box): Box[][] {
  const rows = pointsBetween(top, bottom);
  return pointsBetween(left, right).map((x) =>
    rows.map((y) => ({ top: y, right: x, bottom: y, left: x })),
  );
}

/** Points between two ends, inside of both, from the outermost to the innermost. */
function pointsBetween(start: number, end: number): number[] {
  const [first, last] = [start + 1, end - 1];
  if (last < first) return [];
  const count = Math.min(MAX_POINTS, Math.ceil((last - first) / STEP) + 1);
  const step = (last - first) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, i) =>
    i % 2 === 0 ? first + (i / 2) * step : last - ((i - 1) / 2) * step,
  );
}

/** The box of the largest element at the point that belongs to what covers the text; null if nothing does. */
function coverOf(hit: Element, point: Box, { around, scroller, inner }: ScrollContext): Box | null {
  const path = pathUntil(hit, (element) => around.includes(element));
  const common = around.indexOf(ancestorsOf(hit)[path.length] as Element);
  // What lies in the next inner container moves along with the text.
  if (inner && common <= around.indexOf(inner)) return null;
  const isOutside = common > around.indexOf(scroller);
  const size = isOutside ? path.length : path.findLastIndex(staysInPlace) + 1;
  const parts = path.slice(0, size);
  if (parts.length === 0 || parts.some(isOwn) || isTransparent(hit)) return null;
  const cover = parts.findLast((part) => isHitAt(part, point)) ?? hit;
  return cover.getBoundingClientRect();
}

/** Overlays of players are known without a hit test. */
function isOwn(element: Element): boolean {
  return overlays.has(element) || attached.has(element);
}
