import { attached, freeViewport } from '../../highlight/viewport.js';

/** The part of the viewport next to which an overlay is positioned, in CSS px. */
export interface Anchor {
  readonly top: number;
  readonly bottom: number;
  /** The horizontal centre of the overlay. */
  readonly x: number;
}

/** The distance to the sides of the viewport, where there is room for it, in CSS px. */
const EDGE = 4;

/**
 * Positions a fixed element below an anchor, or above it where there is no room below; in any case within the part of the
 * viewport that no other overlay covers.
 *
 * @param gap between the two, in CSS px
 */
export function positionNear(element: HTMLElement, { top, bottom, x }: Anchor, gap: number): void {
  attached.add(element);
  const { width, height } = element.getBoundingClientRect();
  const free = freeViewport();
  const below = bottom + gap;
  const above = top - gap - height;
  const y = below + height <= free.bottom || above < free.top ? below : above;
  const { clientWidth } = document.documentElement;
  element.style.left = `${between(x - width / 2, EDGE, clientWidth - width - EDGE)}px`;
  element.style.top = `${between(y, free.top, free.bottom - height)}px`;
}

function between(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
