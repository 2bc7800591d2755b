import type { Cue } from '../cue.js';
import { begins } from './cue-edges.js';
import { roleHeadersOf, ROLES_OF_CELLS } from './role-table.js';
import { headersOf, isForLayout } from './table-headers.js';

/**
 * What is spoken before a cue because the page shows it, although it is not text in the DOM or not next to the cue: the number
 * of a list item, or the headers of a table cell's column. A cell that is the header of its row has one, too. Empty if there is none.
 */
export function spokenPrefix(cue: Cue): string {
  const item = cue.block.closest('ol > li');
  const cell = cue.block.closest<HTMLElement>(`td, th[scope="row"], ${ROLES_OF_CELLS}`);
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

function headerOf(cell: HTMLElement): string {
  const texts = headersAround(cell).map(({ textContent }) =>
    textContent.replace(/\s+/g, ' ').trim(),
  );
  return texts.filter(Boolean).join(', ');
}

function headersAround(cell: HTMLElement): readonly Element[] {
  if (!isTableCell(cell)) return roleHeadersOf(cell);
  const table = cell.closest('table');
  return table && !isForLayout(table) ? headersOf(cell, table) : [];
}

function isTableCell(cell: HTMLElement): cell is HTMLTableCellElement {
  return /^t[dh]$/.test(cell.localName);
}
