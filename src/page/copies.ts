import { oneLine } from '../narration/one-line.js';
import { type Box, boxesOf } from './boxes.js';
import { furnitureLimit, isCaption, isPlaceOfCopies } from './furniture-names.js';

/** Shorter text may be a label, such as „Bild 3 von 5“ or „Schließen“, in UTF-16 code units. */
const LABEL = 30;

/** Which part of the text of a copy must stand elsewhere, 0 to 1. The rest are labels. */
const MOST = 0.8;

/** Where text is not read, although it can be seen. */
const UNREAD =
  'nav, aside, footer, dialog, menu, [role="navigation"], [role="complementary"], [role="contentinfo"], [role="dialog"], ' +
  '[aria-hidden="true"], [inert], [data-nosnippet], [data-vorleser="skip"]';

/**
 * Tells what inside of an article only shows its text again: the captions of pictures in a box that enlarges them, a version for print, a
 * caption that another picture has before. Such an element has a name that says so, and all of its paragraphs stand, word for word, where
 * they can be seen and nothing has a name of furniture. Otherwise it is read, so that no text is lost.
 */
export function copiesIn(root: Element): (element: Element) => boolean {
  let originals: ReadonlyMap<string, Element> | null = null;
  let captions: ReadonlyMap<string, Element> | null = null;
  const isSecondCaption = (element: Element): boolean => {
    captions ??= captionsIn(root);
    const first = captions.get(textOf(element));
    return first !== undefined && !first.contains(element) && isRead(first);
  };
  return (element) => {
    if (isCaption(element) && isSecondCaption(element)) return true;
    if (!isPlaceOfCopies(element)) return false;
    const texts = textsIn(boxesOf(element));
    originals ??= originalsIn(root);
    const isCopied = (text: string) => isRead(originals?.get(text));
    const copied = texts.filter(isCopied);
    return (
      copied.some((text) => text.length >= LABEL) &&
      texts.every((text) => text.length < LABEL || copied.includes(text)) &&
      lengthOf(copied) >= MOST * lengthOf(texts)
    );
  };
}

/** The blocks of text outside of elements with names of furniture. */
function originalsIn(root: Element): ReadonlyMap<string, Element> {
  const boxes = boxesOf(root);
  const others = new Set<Box>();
  for (const box of boxes.slice(1)) {
    const { element, parent } = box;
    if (isOther(element) || (parent && others.has(parent))) others.add(box);
  }
  return new Map(
    boxes
      .filter((box) => !box.hasBoxes && !others.has(box))
      .map(({ element }) => [textOf(element), element]),
  );
}

/** The first caption with each text. */
function captionsIn(root: Element): ReadonlyMap<string, Element> {
  const captions = new Map<string, Element>();
  for (const caption of root.querySelectorAll('figcaption, [class*="caption" i]')) {
    const text = textOf(caption);
    if (text.length >= LABEL && !captions.has(text) && !isInFurniture(caption, root))
      captions.set(text, caption);
  }
  return captions;
}

function isInFurniture(element: Element, root: Element): boolean {
  let around: Element | null = element;
  while (around && around !== root && !isOther(around)) around = around.parentElement;
  return around !== root;
}

function isOther(element: Element): boolean {
  return furnitureLimit(element) > 0 || isPlaceOfCopies(element);
}

function textsIn(boxes: readonly Box[]): string[] {
  return boxes.filter(({ chars }) => chars > 0).map(({ element }) => textOf(element));
}

function textOf({ textContent }: Element): string {
  return oneLine(textContent);
}

function isRead(original: Element | undefined): boolean {
  return original?.checkVisibility() === true && !original.closest(UNREAD);
}

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, { length }) => sum + length, 0);
