import { type Box, PARAGRAPH } from './boxes.js';
import { furnitureWord } from './furniture-names.js';

/** Which part of the prose elements with the same word must hold together to be the text, 0 to 1. */
const NEARLY_ALL = 0.9;

/** So much prose is a text, in UTF-16 code units: with less of it, elements with a name of furniture are furniture, and with so much elsewhere as well. */
const TEXT = 300;

/**
 * The words that name furniture, but name the text of this page: each element with such a word holds a part of it, such as a section with the class
 * `section--ads` or a picture with its story in a `gallery__item`, and hardly anything stands elsewhere.
 *
 * @param boxes the boxes of a page or a part of it
 * @param named those that are furniture if each is judged by its own name
 */
export function namesOfText(boxes: readonly Box[], named: ReadonlySet<Box>): ReadonlySet<string> {
  const all = proseOutside(boxes, named);
  if (all === undefined) return new Set();
  const isText = (sum: number) => sum >= TEXT && sum >= NEARLY_ALL * (sum + all);
  return new Set([...sumsByWord(named)].flatMap(([word, sum]) => (isText(sum) ? [word] : [])));
}

/** How much prose stands outside of some boxes; undefined where so much of it is in paragraphs that it is a text. */
function proseOutside(boxes: readonly Box[], others: ReadonlySet<Box>): number | undefined {
  const inside = new Set<Box>();
  let all = 0;
  let inParagraphs = 0;
  for (const box of boxes) {
    if (others.has(box) || (box.parent && inside.has(box.parent))) {
      inside.add(box);
      continue;
    }
    all += box.ownProse;
    if (box.ownProse >= PARAGRAPH) inParagraphs += box.ownProse;
    if (inParagraphs >= TEXT) return undefined;
  }
  return all;
}

/** How much prose the boxes with each word hold, where one inside of another does not count. Boxes are in document order. */
function sumsByWord(named: Iterable<Box>): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const last = new Map<string, Element>();
  for (const { element, prose } of named) {
    const word = furnitureWord(element);
    if (word === '' || last.get(word)?.contains(element)) continue;
    last.set(word, element);
    sums.set(word, (sums.get(word) ?? 0) + prose);
  }
  return sums;
}
