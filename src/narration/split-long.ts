import type { TextSpan } from './text-span.js';

/** The first half of a surrogate pair. */
const HALF_PAIR = /[\uD800-\uDBFF]$/;

/**
 * Splits a text that is longer than a maximum, in UTF-16 code units, at the ends of its clauses, or at spaces if there are none.
 * The spans cover the whole text.
 */
export function splitLong(text: string, max: number): TextSpan[] {
  const spans: TextSpan[] = [];
  let start = 0;
  while (text.length - start > max) {
    const next = text.slice(start, start + max);
    const clause = /^.*[;:,–—] /s.exec(next)?.[0].length ?? 0;
    const space = next.lastIndexOf(' ') + 1;
    const length = clause > max / 3 ? clause : space || next.replace(HALF_PAIR, '').length;
    spans.push({ start, end: start + length });
    start += length;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
