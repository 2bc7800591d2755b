import { type Box, PARAGRAPH, sumUp } from './boxes.js';
import { plainText } from './plain-text.js';

/** So much of the text that the page has of its article elsewhere is looked for, in letters and digits. */
const START = 20_000;

/** A shorter text may be the lead alone, in letters and digits. */
const LEAD = 300;

/** Which part of that must be found, 0 to 1: the page may show a text that it has shortened there. */
const FOUND = 0.5;

/** Which part of what was found an element must hold, 0 to 1. A quote may be shown a second time, far away. */
const NEARLY_ALL = 0.9;

/**
 * The smallest box around the paragraphs that are in a text, which the page has somewhere else as well; undefined where it has little of
 * them. It may be a part of the article only, since the page may show more than it has there.
 *
 * @param text the text, as `plainText`
 */
export function boxAround(text: string, boxes: readonly Box[]): Box | undefined {
  const start = text.slice(0, START);
  if (start.length < LEAD) return undefined;
  const found = new Map<Box, number>();
  for (const box of boxes) {
    const paragraph = box.ownProse >= PARAGRAPH ? plainText(box.element.textContent) : '';
    if (paragraph !== '' && start.includes(paragraph)) found.set(box, paragraph.length);
  }
  sumUp(boxes, (around, box) => {
    const length = (found.get(around) ?? 0) + (found.get(box) ?? 0);
    if (length > 0) found.set(around, length);
  });
  const [body] = boxes;
  const all = (body && found.get(body)) ?? 0;
  if (all < FOUND * start.length) return undefined;
  return boxes.findLast((box) => (found.get(box) ?? 0) >= NEARLY_ALL * all);
}
