/** A range of time: its start and its end, in seconds. */
export type TimeRange = readonly [start: number, end: number];

/** Ranges in order, as media elements report them. */
export function timeRanges(ranges: readonly TimeRange[]): TimeRanges {
  const at = (index: number): TimeRange => {
    const range = ranges[index];
    if (!range) throw new DOMException(`There is no range ${index}`, 'IndexSizeError');
    return range;
  };
  return { length: ranges.length, start: (index) => at(index)[0], end: (index) => at(index)[1] };
}
