import type { Extent } from '../highlight/box.js';

/** An edge of the viewport. */
export type Edge = 'lower' | 'upper';

/** The space of a focus ring around an element, in CSS px. */
const RING = 8;

/** The extent with its focus ring. */
export function withFocusRing({ start, end }: Extent): Extent {
  return { start: start - RING, end: end + RING };
}

/**
 * How much of an extent a bar would cover at an edge, in CSS px of height. An extent higher than half of the viewport counts as
 * not covered: part of it is visible in any case.
 *
 * @param distance of the bar from the edge, in CSS px
 */
export function coveredBy(bar: Element, edge: Edge, distance: number, extent: Extent): number {
  const { start, end } = extent;
  if (end - start > innerHeight / 2) return 0;
  const { height } = bar.getBoundingClientRect();
  const upper = edge === 'lower' ? innerHeight - distance - height : distance;
  return Math.max(0, Math.min(end, upper + height) - Math.max(start, upper));
}
