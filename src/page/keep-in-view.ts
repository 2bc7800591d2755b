/** What has a place on the screen. */
type Placed = Pick<Element | Range, 'getBoundingClientRect'>;

/**
 * Changes how the page is laid out and scrolls so that what a person looks at does not go away: the control that they are
 * using stays where it is on the screen, else the sentence does; a sentence that was in view comes back into it.
 */
export function keepInView(sentence: Placed | null, change: () => void): void {
  const control = focused();
  const seen = [control, sentence].filter((placed) => placed !== null).filter(isInView);
  const [anchor] = seen;
  const top = anchor?.getBoundingClientRect().top ?? 0;
  change();
  if (!anchor) return;
  scroll(anchor.getBoundingClientRect().top - top);
  if (sentence && seen.includes(sentence)) bringBack(sentence, anchor);
}

/** Scrolls to the whole of a sentence, as far as the anchor stays in view. */
function bringBack(sentence: Placed, anchor: Placed): void {
  const { top, bottom } = sentence.getBoundingClientRect();
  const kept = anchor.getBoundingClientRect();
  if (top < 0) scroll(Math.max(top, Math.min(kept.bottom - innerHeight, 0)));
  else scroll(Math.max(Math.min(bottom - innerHeight, top, kept.top), 0));
}

function scroll(top: number): void {
  scrollBy({ top, behavior: 'instant' });
}

function isInView(placed: Placed): boolean {
  const { top, bottom, height } = placed.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}

function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active === document.body ? null : active;
}
