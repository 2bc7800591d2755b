import type { Stretch } from '../highlight/viewport.js';

/** Of the viewport. */
export type Edge = 'lower' | 'upper';

/** What a focus ring takes around an element, in CSS px. */
const ROOM = 8;

/** With room for a focus ring above and below. */
export function withRoom({ top, bottom }: Stretch): Stretch {
  return { top: top - ROOM, bottom: bottom + ROOM };
}

/**
 * How much of something a bar would cover if it stood at an edge, in CSS px of height. What is higher than half of the viewport
 * counts for nothing: it is seen in part in any case.
 */
export function coveredBy(bar: Element, edge: Edge, { top, bottom }: Stretch): number {
  if (bottom - top > innerHeight / 2) return 0;
  const { height } = bar.getBoundingClientRect();
  const [upper, lower] = edge === 'lower' ? [innerHeight - height, innerHeight] : [0, height];
  return Math.max(0, Math.min(bottom, lower) - Math.max(top, upper));
}

/** What has the focus, in shadow trees too; null where nothing has it. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}
