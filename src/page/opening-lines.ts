import { oneLine } from '../narration/one-line.js';
import { type Box, PARAGRAPH } from './boxes.js';
import { isHeading, isInline } from './furniture-names.js';
import { follows } from './headline.js';
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

/** A shorter name, in letters, may be a part of a word by chance. */
const NAME = 5;

/** Besides the names of its authors, a byline has at most so many letters: „Ein Gastbeitrag von …“. */
const BESIDE_AUTHORS = 20;

/** What HTML has for the authors of an article. */
const AUTHOR = 'address, [itemprop~="author"], [rel~="author"]';

/** What stands before the links to the authors: „Von“, „Kolumne von“; and between them. */
const BY = /^(?:\p{L}+ )?(?:von|by|par|di)(?: ?(?:,|&|und|and|et|e)(?= |$))*$/iu;

/** How long the text takes to be read: „3 Min.“, „Lesezeit: 3 Minuten“, „3 minutes de lecture“. */
const READING_TIME =
  /^(?:\p{L}+:\s*)?\d{1,3}[\s-]*min(?:\.|uten|utes?|uti)?(?:\s+(?:lese\p{L}+|read|(?:de |di )?lettur[ae]|de lecture))?$/iu;

/** A time of day without a date: „13:37 Uhr“. */
const TIME = /^\d{1,2}[:.]\d\d(?: Uhr| h)?$/;

/** A year, or a date such as 11/18/19. */
const DATE = /(?<!\d)(?:(?:19|20)\d\d|\d{1,2}([./])\d{1,2}\1\d\d(?!\d))/;

/**
 * The lines around a headline and before the second paragraph that are not read:
 *
 * - Those that say when and by whom a text was published, such as „Posted on October 27, 2015 by Admin“. They are known by how much of them is a date,
 *   in any language; in the text itself such a line may be a heading.
 * - Those that only name the authors, whom the page names in its head or marks as such, and how long the text takes to be read.
 * - The lead, where the text repeats it.
 *
 * @param boxes the boxes of the page
 * @param headline null where the text has none: then its first paragraph is the first in `text`
 */
export function openingFurniture(
  text: Element,
  headline: Element | null,
  boxes: readonly Box[],
  authors: readonly string[],
): Set<Element> {
  const from = boxes.findIndex(({ element }) => element === (headline ?? text));
  const before = headline?.previousElementSibling;
  const isImprint = (line: Element) =>
    isDate(line) || isReadingTime(line) || isByline(line, authors);
  const found = new Set<Element>(before && isImprint(before) ? [before] : []);
  const leads = new Set<string>();
  let paragraphs = 0;
  let end: Element | null = null;
  for (const box of boxes.slice(from + 1)) {
    const { element } = box;
    const isInText = text.contains(element);
    if (!isInText && follows(element, text)) {
      end = element;
      break;
    }
    if (isHeading(box.name)) continue;
    // What stands around others with text is judged by its parts.
    if (box.prose > box.ownProse) {
      if (isByline(element, authors)) found.add(element);
      for (const each of partsOf(element))
        if (isInline(each.localName) && isImprint(each)) found.add(each);
      continue;
    }
    if (repeatsLead(element, leads, isInText)) found.add(element);
    else if (isInText && isParagraph(box)) paragraphs++;
    if (paragraphs > LEADS) {
      end = element;
      break;
    }
    for (const each of isImprint(element) ? [element] : partsOf(element))
      if (isImprint(each)) found.add(each);
  }
  // Lines may stand beside the headline in what is around it.
  for (let around = headline; around && around !== text;) {
    around = around.parentElement;
    for (const each of around ? partsOf(around) : [])
      if (isInline(each.localName) && isBetween(each, headline, end) && isImprint(each))
        found.add(each);
  }
  return found;
}

function isBetween(element: Element, start: Element | null, end: Element | null): boolean {
  return start !== null && follows(element, start) && (end === null || follows(end, element));
}

function isParagraph({ name, chars, ownProse }: Box): boolean {
  return chars >= PARAGRAPH && ownProse > 0 && name !== 'figcaption';
}

/** Whether an element of the text repeats a lead that stood before the text. An element outside of the text is noted as such a lead. */
function repeatsLead({ textContent }: Element, leads: Set<string>, isInText: boolean): boolean {
  const lead = plainText(textContent);
  if (isInText) return leads.has(lead);
  if (lead.length >= LEAD) leads.add(lead);
  return false;
}

/** The inline elements that an element consists of. */
function partsOf(element: Element): Iterable<Element> {
  return hasNoLines(element) ? element.children : [];
}

/** Whether a line says nothing but who wrote the text. */
function isByline(element: Element, authors: readonly string[]): boolean {
  const text = element.textContent.trim();
  if (text === '' || text.length > 2 * LINE) return false;
  if (element.matches(AUTHOR)) return true;
  const marked = [...element.querySelectorAll(AUTHOR)].map((each) => plainText(each.textContent));
  const line = plainText(text);
  let rest = line;
  for (const author of [...authors, ...marked])
    if (author.length >= NAME) rest = rest.replace(author, '');
  if (rest !== line && rest.length <= BESIDE_AUTHORS) return true;
  return text.length <= LINE && BY.test(withoutLinks(element));
}

/** The text of a line beside its links. */
function withoutLinks(element: Element): string {
  let line = oneLine(element.textContent);
  for (const link of element.getElementsByTagName('a'))
    line = line.replace(oneLine(link.textContent), '');
  return oneLine(line);
}

/** Whether a line says how long the text takes to be read. */
function isReadingTime(element: Element): boolean {
  const line = oneLine(element.textContent);
  return line.length <= LINE && READING_TIME.test(line);
}

/** Whether a line says when the text was published. */
function isDate(element: Element): boolean {
  const line = oneLine(element.textContent);
  if (TIME.test(line)) return true;
  if (line.length > LINE || !DATE.test(line)) return false;
  const digits = line.replace(/\D/g, '').length;
  return digits > 4 && digits >= DIGITS * line.length;
}
