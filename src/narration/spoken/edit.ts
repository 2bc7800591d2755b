import type { TextSpan } from '../text-span.js';

/** A span of a text, and what is spoken instead of it. */
export interface Edit extends TextSpan {
  /** What is spoken; empty if nothing is. */
  readonly say: string;
}

const CLOSERS = /^[\s"'“”„«»‹›‘’)\]]*$/u;
const INSIDE_WORD = /[\p{L}\p{N}.,:'’]/u;

/**
 * Reduces an edit to the shortest one with the same effect: whole words that are spoken as they are written are left out of it.
 * So is the full stop of an abbreviation at the end of a sentence. Undefined if nothing remains.
 */
export function narrow(text: string, { start, end, say }: Edit): Edit | undefined {
  if (
    text[end - 1] === '.' &&
    !/[.!?]$/.test(say) &&
    CLOSERS.test(text.slice(end, end + 9)) &&
    end + 9 >= text.length
  )
    end--;
  const source = text.slice(start, end);
  if (source === say) return undefined;
  const prefix = commonPrefix(source, say);
  const suffix = commonSuffix(source.slice(prefix), say.slice(prefix));
  return {
    start: start + prefix,
    end: end - suffix,
    say: say.slice(prefix, say.length - suffix),
  };
}

/** The length of the longest common prefix that ends between words. */
function commonPrefix(source: string, say: string): number {
  let length = 0;
  for (let at = 1; at < source.length && source[at - 1] === say[at - 1]; at++)
    if (isBetweenWords(source, at) && isBetweenWords(say, at)) length = at;
  return length;
}

/** The length of the longest common suffix that begins between words. */
function commonSuffix(source: string, say: string): number {
  let length = 0;
  for (let at = 1; at < source.length && at <= say.length && source.at(-at) === say.at(-at); at++)
    if (isBetweenWords(source, source.length - at) && isBetweenWords(say, say.length - at))
      length = at;
  return length;
}

/** Whether a position is at the beginning or the end of a word, and not within a surrogate pair. */
function isBetweenWords(text: string, position: number): boolean {
  const around = text.charAt(position - 1) + text.charAt(position);
  return (
    !(INSIDE_WORD.test(around.charAt(0)) && INSIDE_WORD.test(around.charAt(1))) &&
    !/[\uD800-\uDFFF]/.test(around)
  );
}
