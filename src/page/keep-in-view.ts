import { focusedElement } from './focused-element.js';

/** Anything with a position on the screen. */
type Positioned = Pick<Element | Range, 'getBoundingClientRect'>;

/**
 * Changes the layout of the page and scrolls so that the reader does not lose their position: the focused control stays where
 * it is on the screen, or else the sentence does. A sentence that was in view is in view again.
 */
export function keepInView(sentence: Positioned | null, change: () => void): void {
  const control = focusedElement();
  const seen = [control, sentence].filter((each) => each !== null).filter(isInView);
  const [anchor] = seen;
  const top = anchor?.getBoundingClientRect().top ?? 0;
  change();
  if (!anchor) return;
  scroll(anchor.getBoundingClientRect().top - top);
  if (sentence && seen.includes(sentence)) bringBack(sentence, anchor);
}

/** Scrolls to the whole sentence, as far as the anchor stays in view. */
function bringBack(sentence: Positioned, anchor: Positioned): void {
  const { top, bottom } = sentence.getBoundingClientRect();
  const kept = anchor.getBoundingClientRect();
  if (top < 0) scroll(Math.max(top, Math.min(kept.bottom - innerHeight, 0)));
  else scroll(Math.max(Math.min(bottom - innerHeight, top, kept.top), 0));
}

function scroll(top: number): void {
  scrollBy({ top, behavior: 'instant' });
}

function isInView(target: Positioned): boolean {
  const { top, bottom, height } = target.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}
