import { bringIntoView, isInView, nearest } from '../highlight/scroll.js';
import { scrollersOf } from '../highlight/viewport.js';
import { focusedElement } from './focused-element.js';

/**
 * Changes the layout of the page and scrolls so that the reader does not lose their position: the focused control stays where
 * it is on the screen, or else the sentence does. A sentence that was in view is in view again, as far as the control stays in
 * view.
 */
export function keepInView(sentence: Range | Element | null, change: () => void): void {
  const control = focusedElement();
  const seen = [control, sentence].filter((each) => each !== null).filter(isInView);
  const [anchor] = seen;
  if (!anchor) return change();
  const { left, top } = anchor.getBoundingClientRect();
  change();
  bringBackTo(left, top, anchor);
  if (!sentence || !seen.includes(sentence)) return;
  bringIntoView(sentence, nearest, 'instant');
  bringIntoView(anchor, nearest, 'instant');
}

/** Scrolls, so that the anchor is where it was, in CSS px from the upper left corner of the viewport. */
function bringBackTo(left: number, top: number, anchor: Range | Element): void {
  const start = anchor instanceof Range ? anchor.startContainer : anchor;
  for (const scroller of scrollersOf(start)) {
    const now = anchor.getBoundingClientRect();
    scroller.scrollBy({ left: now.left - left, top: now.top - top, behavior: 'instant' });
  }
}
