/** A stretch `[start, end)` of a text, in UTF-16 code units, and what is spoken in its place; `''` where nothing is. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly say: string;
}

const CLOSERS = /^[\s"'“”„«»‹›‘’)\]]*$/u;
const INSIDE_WORD = /[\p{L}\p{N}.,:'’]/u;

/**
 * The least stretch that says the same: what is spoken as it is written, whole words of it, stays outside. So does the
 * point of an abbreviation with which the sentence ends.
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
  const before = sameBefore(source, say);
  const behind = sameBehind(source.slice(before), say.slice(before));
  return {
    start: start + before,
    end: end - behind,
    say: say.slice(before, say.length - behind),
  };
}

function sameBefore(source: string, say: string): number {
  let same = 0;
  for (let at = 1; at < source.length && source[at - 1] === say[at - 1]; at++)
    if (isEdge(source, at) && isEdge(say, at)) same = at;
  return same;
}

function sameBehind(source: string, say: string): number {
  let same = 0;
  for (let at = 1; at < source.length && at <= say.length && source.at(-at) === say.at(-at); at++)
    if (isEdge(source, source.length - at) && isEdge(say, say.length - at)) same = at;
  return same;
}

/** Whether a word begins or ends at a place. */
function isEdge(text: string, at: number): boolean {
  const around = text.charAt(at - 1) + text.charAt(at);
  return (
    !(INSIDE_WORD.test(around.charAt(0)) && INSIDE_WORD.test(around.charAt(1))) &&
    !/[\uD800-\uDFFF]/.test(around)
  );
}
