/** The cell that covers each slot of a table, row by row. */
type Slots = HTMLTableCellElement[][];

/** Whether a table only arranges what is in it, as its role says. */
export function isForLayout(table: Element): boolean {
  return /^(?:presentation|none)$/.test(table.getAttribute('role') ?? '');
}

/**
 * The headers of a table cell that its own row does not show: those that its `headers` attribute names, or else those of its
 * columns, from the top.
 *
 * @see https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics
 */
export function headersOf(
  cell: HTMLTableCellElement,
  table: HTMLTableElement,
): HTMLTableCellElement[] {
  const named = cell.headers
    .split(/\s+/)
    .flatMap((id) => (id ? (table.querySelector(`#${CSS.escape(id)}`) ?? []) : []));
  return named.length > 0 ? (named as HTMLTableCellElement[]) : columnHeaders(cell, slotsOf(table));
}

/** Scans upwards from the first column of a cell. A header above data counts only if no other of its place and width follows. */
function columnHeaders(cell: HTMLTableCellElement, slots: Slots): HTMLTableCellElement[] {
  const row = slots.findIndex((each) => each.includes(cell));
  const column = slots[row]?.indexOf(cell) ?? -1;
  const headers: HTMLTableCellElement[] = [];
  const widths = new Set<number>();
  let block: HTMLTableCellElement[] = [];
  for (let above = row - 1; above >= 0; above--) {
    const other = slots[above]?.[column];
    if (!other || other === slots[above + 1]?.[column]) continue;
    if (other.localName !== 'th') {
      block.forEach(({ colSpan }) => widths.add(colSpan));
      block = [];
      continue;
    }
    block.push(other);
    if (!widths.has(other.colSpan) && isColumnHeader(other, slots)) headers.unshift(other);
  }
  return headers;
}

/** A header without a `scope` is one of its columns if its rows have no data. An empty corner is none. */
function isColumnHeader(header: HTMLTableCellElement, slots: Slots): boolean {
  if (header.scope) return /^col/.test(header.scope);
  return slots
    .filter((row) => row.includes(header))
    .every((row) => row.every((cell) => cell.localName === 'th' || !cell.textContent.trim()));
}

/** @see https://html.spec.whatwg.org/multipage/tables.html#forming-a-table */
function slotsOf(table: HTMLTableElement): Slots {
  const rows = [...table.rows];
  const slots: Slots = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    const sectionEnd = rows.findLastIndex(({ parentNode }) => parentNode === row.parentNode) + 1;
    let x = 0;
    for (const cell of row.cells) {
      while (slots[y]?.[x]) x++;
      const end = cell.rowSpan > 0 ? Math.min(y + cell.rowSpan, sectionEnd) : sectionEnd;
      for (const covered of slots.slice(y, end))
        for (let column = x; column < x + cell.colSpan; column++) covered[column] ??= cell;
      x += cell.colSpan;
    }
  }
  return slots;
}
