import type { Cue } from '../cue.js';
import { begins } from './cue-edges.js';
import { headersOf, isForLayout } from './table-headers.js';

/**
 * What is spoken before a cue because the page shows it, although it is not text in the DOM or not next to the cue: the number
 * of a list item, or the headers of a table cell's column. Empty if there is none.
 */
export function spokenPrefix(cue: Cue): string {
  const item = cue.block.closest('ol > li');
  const cell = cue.block.closest<HTMLTableCellElement>('td');
  if (item && begins(item, cue)) return markerOf(item);
  if (cell && begins(cell, cue)) return headerOf(cell);
  return '';
}

function markerOf(item: Element): string {
  const style = getComputedStyle(item).listStyleType;
  const value = valueOf(item);
  if (/alpha|latin/.test(style)) return letter(value);
  return /decimal|roman/.test(style) ? String(value) : '';
}

/** The ordinal value of a list item. @see https://html.spec.whatwg.org/multipage/grouping-content.html#ordinal-value */
function valueOf(item: Element): number {
  const list = item.parentElement as HTMLOListElement;
  const items = [...list.children].filter(({ localName }) => localName === 'li');
  const step = list.reversed ? -1 : 1;
  const first = list.hasAttribute('start') ? list.start : list.reversed ? items.length : 1;
  let value = first - step;
  for (const each of items) {
    const own = Number.parseInt(each.getAttribute('value') ?? '', 10);
    value = Number.isNaN(own) ? value + step : own;
    if (each === item) break;
  }
  return value;
}

function letter(value: number): string {
  return value >= 1 && value <= 26 ? String.fromCharCode(64 + value) : String(value);
}

function headerOf(cell: HTMLTableCellElement): string {
  const table = cell.closest('table');
  if (!table || isForLayout(table)) return '';
  const texts = headersOf(cell, table).map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );
  return texts.filter(Boolean).join(', ');
}
