import { type Annotation, outermost } from '../annotation.js';
import type { Cue } from '../cue.js';
import { type AnnouncementTexts, announcementTexts } from './announcement-texts.js';
import { begins, ends } from './cue-edges.js';
import type { Edit } from './edit.js';
import { isForLayout } from './table-headers.js';

/** The elements that are announced, up to the one that contains the article. */
const ANNOUNCED = 'ul, ol, [role="list"], blockquote, table';
const AROUND = 'article, main, [role="main"], body';

/**
 * What is said of the structure that can be seen around a cue: the lists, quotes and tables that begin with it, that it is a
 * heading, the images and the struck-out text in it, the quotes that end with it. The edits insert it into the text of the cue, and replace nothing.
 */
export function announcements(cue: Cue): Edit[] {
  const texts = announcementTexts(cue.lang);
  if (!texts) return [];
  const around = announcedAround(cue.block);
  const begun = around.filter((element) => begins(element, cue));
  const ended = around.filter((element) => isQuote(element) && ends(element, cue));
  const images = outermost(cue.annotations).filter((annotation) => isImage(cue, annotation));
  const struckOut = outermost(cue.annotations.filter((annotation) => annotation.struckOut));
  const opening = begun.map((element) => `${nameOf(element, texts)}. `).join('');
  const heading = cue.heading && cue.ordinal === 0 ? `${texts.heading}: ` : '';
  const closing = ended.map(() => ` ${texts.endOfQuote}.`).join('');
  const stop = closing && !/[.!?…]\P{L}*$/u.test(cue.text) ? '.' : '';
  return [
    insertion(0, opening + heading),
    ...images.map(({ start }) => insertion(start, `${texts.image}: `)),
    ...struckOut.flatMap(({ start, end }) => [
      insertion(start, `${texts.struckOut}: `),
      insertion(end, `, ${texts.endOfStruckOut},`),
    ]),
    insertion(cue.text.length, stop + closing),
  ].filter(({ say }) => say !== '');
}

function insertion(position: number, say: string): Edit {
  return { start: position, end: position, say };
}

/** From the outermost to the innermost. */
function announcedAround(block: Element): Element[] {
  const found: Element[] = [];
  let element: Element | null = block;
  for (; element && !element.matches(AROUND); element = element.parentElement)
    if (element.matches(ANNOUNCED) && !isLayout(element)) found.unshift(element);
  return found;
}

function nameOf(element: Element, texts: AnnouncementTexts): string {
  if (isQuote(element)) return texts.quote;
  if (isTable(element)) return texts.table(columnsOf(element));
  return texts.list(element.querySelectorAll(':scope > li, :scope > [role="listitem"]').length);
}

function isQuote({ localName }: Element): boolean {
  return localName === 'blockquote';
}

function isTable(element: Element): element is HTMLTableElement {
  return element.localName === 'table';
}

/** A table of one row or column without headers only arranges what is in it. */
function isLayout(element: Element): boolean {
  if (!isTable(element)) return false;
  const isGrid = element.rows.length > 1 && columnsOf(element) > 1;
  return isForLayout(element) || !(isGrid || element.querySelector('th, caption'));
}

function columnsOf({ rows }: HTMLTableElement): number {
  const widths = Array.from(rows, ({ cells }) =>
    Array.from(cells).reduce((sum, { colSpan }) => sum + colSpan, 0),
  );
  return Math.max(...widths, 0);
}

/** Whether what is annotated is no text, but an image. */
function isImage(cue: Cue, { start, end }: Annotation): boolean {
  const range = cue.rangeOf(start, end);
  const node = range?.startContainer.childNodes[range.startOffset];
  return node instanceof Element && node.localName === 'img';
}
