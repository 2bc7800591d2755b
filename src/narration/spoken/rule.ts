/** What stands next to a match, within the sentence. */
export interface Around {
  /** Up to {@link REACH} code units before; the capital of the sentence's first word is a small letter in it. */
  readonly before: string;
  /** Up to {@link REACH} code units behind. */
  readonly after: string;
  /** Whether the text is Swiss, `de-CH` or `de-LI`. */
  readonly swiss: boolean;
}

/** A way to speak what a pattern finds. */
export interface Rule<Name extends string = string> {
  /** The subject by which a publisher switches it off. */
  readonly name: Name;
  /** Global and by code points. It has to run in linear time: bounded, or begun by a lookbehind. */
  readonly pattern: RegExp;
  /** What is spoken instead of the match; undefined where the rule does not hold. */
  readonly say: (match: RegExpExecArray, around: Around) => string | undefined;
}

/** How far a rule looks around itself, in UTF-16 code units. */
export const REACH = 80;

/** A pattern put together from parts. */
export function pattern(...parts: string[]): RegExp {
  return new RegExp(parts.join(''), 'gu');
}

/** Words of a list as alternatives of a pattern, the longest first. */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.$/*+?^()[\]{}|\\]/g, '\\$&'))
    .join('|');
}
