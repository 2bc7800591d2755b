const ROW = '[role="row"]';
const HEADER = '[role="columnheader"]';

/** The cells of a table that is one by its roles, without the headers of its columns. */
export const ROLES_OF_CELLS = '[role="cell"], [role="gridcell"], [role="rowheader"]';

/**
 * The header of the column of a cell, in a table that is one by its roles: the last one above it at its place in the row.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/#columnheader
 */
export function roleHeadersOf(cell: Element): readonly Element[] {
  const table = cell.closest('[role="table"], [role="grid"], [role="treegrid"]');
  const row = cell.closest(ROW);
  const place = row ? cellsOf(row).indexOf(cell) : -1;
  const headers = Array.from(table?.querySelectorAll(`${ROW}:has(${HEADER})`) ?? [])
    .filter((other) => other !== row && isBefore(other, cell))
    .map((other) => cellsOf(other)[place]);
  const header = headers.at(-1);
  return header?.matches(HEADER) ? [header] : [];
}

function cellsOf(row: Element): Element[] {
  return [...row.querySelectorAll(`${ROLES_OF_CELLS}, ${HEADER}`)];
}

function isBefore(element: Element, other: Element): boolean {
  return (other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}
