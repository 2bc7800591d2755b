import type { Stretch } from '../highlight/viewport.js';

/** Of the viewport. */
export type Edge = 'lower' | 'upper';

/** What a focus ring takes around an element, in CSS px. */
const ROOM = 8;

/** With room for a focus ring above and below. */
export function withRoom({ top, bottom }: Stretch): Stretch {
  return { top: top - ROOM, bottom: bottom + ROOM };
}

/** Whether a bar would cover something if it stood at an edge; what is higher than half of the viewport counts for nothing. */
export function covers(bar: Element, edge: Edge, { top, bottom }: Stretch): boolean {
  const { height } = bar.getBoundingClientRect();
  if (bottom - top > innerHeight / 2) return false;
  return edge === 'lower'
    ? top < innerHeight && bottom > innerHeight - height
    : bottom > 0 && top < height;
}

/** What has the focus, in shadow trees too; null where nothing has it. */
export function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element === document.body ? null : element;
}
