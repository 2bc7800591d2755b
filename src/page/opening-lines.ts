import { type Box, PARAGRAPH } from './boxes.js';
import { isHeading } from './furniture-names.js';
import { hasNoLines } from './link-furniture.js';

/** A line with a date has at most so many characters, in UTF-16 code units. */
const LINE = 100;

/** From so much of a line in digits on, 0 to 1, it says a date, and not what happened then. */
const DIGITS = 0.12;

/** So many paragraphs may stand before the date: a lead. */
const LEADS = 1;

const YEAR = /(?<!\d)(?:19|20)\d\d/;

/**
 * The lines between a headline and the first paragraph that say when and by whom a text was published, such as „Posted on October 27, 2015 by Admin“.
 * They are known by how much of them is a date, in any language; in the text itself such a line may be a heading.
 *
 * @param boxes the boxes of the page
 * @param headline null where the text has none: then its first paragraph is the first in `text`
 */
export function datesBefore(
  text: Element,
  headline: Element | null,
  boxes: readonly Box[],
): Set<Element> {
  const from = boxes.findIndex(({ element }) => element === (headline ?? text));
  const dates = new Set<Element>();
  let paragraphs = 0;
  for (const box of boxes.slice(from + 1)) {
    if (box.chars >= PARAGRAPH && box.ownProse > 0 && text.contains(box.element)) paragraphs++;
    if (paragraphs > LEADS) break;
    if (isHeading(box.name) || box.hasBoxes) continue;
    for (const element of isDate(box.element) ? [box.element] : partsOf(box.element))
      if (isDate(element)) dates.add(element);
  }
  return dates;
}

/** The inline elements that an element consists of. */
function partsOf(element: Element): Iterable<Element> {
  return hasNoLines(element) ? element.children : [];
}

function isDate({ textContent }: Element): boolean {
  const line = textContent.trim().replace(/\s+/g, ' ');
  if (line.length > LINE || !YEAR.test(line)) return false;
  const digits = line.replace(/\D/g, '').length;
  return digits > 4 && digits >= DIGITS * line.length;
}
