/** The beginning of a line with which a sentence goes on. */
const CONTINUES = /^\s*[\p{Ll},;]/u;

/** The length of lines that were broken because they were full, at least, in characters. */
const FULL_LINE = 60;

/**
 * Splits a text at those line breaks that set lines apart, as in a poem, an address or below a title. After the others, the text
 * goes on.
 *
 * @param breaks the positions of the spaces that stand for line breaks
 */
export function linesApart(text: string, breaks: readonly number[]): string[] {
  const lines = [...breaks, text.length].map((end, index) =>
    text.slice(breaks[index - 1] ?? 0, end),
  );
  // Where most lines go on, the others begin with a noun by chance.
  const continuing = lines.slice(1).filter((line) => CONTINUES.test(line)).length;
  const isWrapped = continuing * 2 >= breaks.length;
  const apart: string[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1]?.trimEnd() ?? '';
    const isOpen =
      ((isWrapped || before.length >= FULL_LINE) && /[\p{L}\p{N},]$/u.test(before)) ||
      (breaks.length === 1 && /(?:^|\s)\p{Ll}+$/u.test(before));
    const begun = isOpen || CONTINUES.test(line) ? apart.pop() : '';
    apart.push((begun ?? '') + line);
  });
  return apart;
}
