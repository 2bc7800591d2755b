import { freeViewport } from '../../highlight/viewport.js';

/** What something stands clear of, in CSS px of the viewport. */
export interface Clear {
  /** Its upper edge. */
  readonly top: number;
  /** Its lower edge. */
  readonly bottom: number;
  /** Where it is to be stood by, from the left. */
  readonly x: number;
}

/** How far it is from the sides of the viewport, where there is room for that, in CSS px. */
const EDGE = 4;

/**
 * Puts something that is fixed right below a place of the viewport, above it where there is no room below; within what is
 * free of the viewport in any case.
 *
 * @param gap between the two, in CSS px
 */
export function placeNear(element: HTMLElement, { top, bottom, x }: Clear, gap: number): void {
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
