import { type Box, PARAGRAPH } from './boxes.js';
import { isHeading } from './furniture-names.js';
import { hasNoLines } from './link-furniture.js';
import { plainText } from './plain-text.js';

/** A line with a date has at most so many characters, in UTF-16 code units. */
const LINE = 100;

/** From so much of a line in digits on, 0 to 1, it says a date, and not what happened then. */
const DIGITS = 0.12;

/** So many paragraphs may stand before the date: a lead. */
const LEADS = 1;

/** A lead has at least so many letters. */
const LEAD = 30;

/** A year, or a date such as 11/18/19. */
const DATE = /(?<!\d)(?:(?:19|20)\d\d|\d{1,2}([./])\d{1,2}\1\d\d(?!\d))/;

/**
 * The lines around a headline and before the second paragraph that are not read:
 *
 * - Those that say when and by whom a text was published, such as „Posted on October 27, 2015 by Admin“. They are known by how much of them is a date,
 *   in any language; in the text itself such a line may be a heading.
 * - The lead, where the text repeats it.
 *
 * @param boxes the boxes of the page
 * @param headline null where the text has none: then its first paragraph is the first in `text`
 */
export function openingFurniture(
  text: Element,
  headline: Element | null,
  boxes: readonly Box[],
): Set<Element> {
  const from = boxes.findIndex(({ element }) => element === (headline ?? text));
  const before = headline?.previousElementSibling;
  const found = new Set<Element>(before && isDate(before) ? [before] : []);
  const leads = new Set<string>();
  let paragraphs = 0;
  for (const box of boxes.slice(from + 1)) {
    const { element } = box;
    // What stands around others with text is judged by its parts.
    if (isHeading(box.name) || box.prose > box.ownProse) continue;
    const isInText = text.contains(element);
    if (isLead(element, leads, isInText)) found.add(element);
    else if (isInText && isParagraph(box)) paragraphs++;
    if (paragraphs > LEADS) break;
    for (const each of isDate(element) ? [element] : partsOf(element))
      if (isDate(each)) found.add(each);
  }
  return found;
}

function isParagraph({ name, chars, ownProse }: Box): boolean {
  return chars >= PARAGRAPH && ownProse > 0 && name !== 'figcaption';
}

/** Whether an element of the text repeats a lead that stood before the text. An element outside of the text is noted as such a lead. */
function isLead({ textContent }: Element, leads: Set<string>, isInText: boolean): boolean {
  const lead = plainText(textContent);
  if (isInText) return leads.has(lead);
  if (lead.length >= LEAD) leads.add(lead);
  return false;
}

/** The inline elements that an element consists of. */
function partsOf(element: Element): Iterable<Element> {
  return hasNoLines(element) ? element.children : [];
}

function isDate({ textContent }: Element): boolean {
  const line = textContent.trim().replace(/\s+/g, ' ');
  if (line.length > LINE || !DATE.test(line)) return false;
  const digits = line.replace(/\D/g, '').length;
  return digits > 4 && digits >= DIGITS * line.length;
}
