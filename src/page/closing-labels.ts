import { type Box } from './boxes.js';
import { isHeading } from './furniture-names.js';

/** A longer line is a part of the text, in UTF-16 code units. */
const LABEL = 60;

/** More lines without the end of a sentence are a part of the text, such as the lines of a song. */
const MOST = 4;

/** The end of a sentence. */
const END = /[.!?…]["”“»«’)\]]*$/;

/** What may end a text without a full stop. */
const TEXTS = 'p, li, td, th, dt, dd, figure, blockquote, pre, address';

/**
 * The labels below a text: headings and short lines that end no sentence and have no text after them, such as „Kommentare“ or „Topics“. What they
 * belong to is left out, or is not loaded yet. A paragraph (`p`) is none, and neither is a line of a list or a table.
 *
 * @param boxes the boxes of the page
 * @param isFurniture whether an element in the text is left out
 */
export function closingLabels(
  text: Element,
  boxes: readonly Box[],
  isFurniture: (element: Element) => boolean,
): ReadonlySet<Element> {
  const leftOut = new Map<Box, boolean>();
  const isLeftOut = (box: Box): boolean => {
    let is = leftOut.get(box);
    if (is === undefined) {
      is =
        box.element !== text &&
        ((box.parent !== null && isLeftOut(box.parent)) || isFurniture(box.element));
      leftOut.set(box, is);
    }
    return is;
  };
  const labels = new Set<Element>();
  for (let i = boxes.length - 1; i >= 0 && labels.size <= MOST; i--) {
    const box = boxes[i] as Box;
    if (box.chars === 0 || !text.contains(box.element) || isLeftOut(box)) continue;
    if (!box.element.checkVisibility()) continue;
    if (!isLabel(box)) return labels;
    labels.add(box.element);
  }
  return new Set();
}

function isLabel({ element, name, hasBoxes, chars }: Box): boolean {
  if (hasBoxes || chars > LABEL) return false;
  if (isHeading(name)) return name !== 'h1';
  return element.closest(TEXTS) === null && !END.test(element.textContent.trim());
}
