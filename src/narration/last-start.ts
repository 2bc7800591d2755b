/**
 * The index of the last item that starts at or before a position, found by binary search; 0 if there is none.
 *
 * @param count the number of items, which are in order
 * @param startOf returns the start of an item
 */
export function lastStart(
  count: number,
  startOf: (index: number) => number,
  position: number,
): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
