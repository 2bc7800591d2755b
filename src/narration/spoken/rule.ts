/** The text around a match, within the sentence. */
export interface RuleContext {
  /** Up to {@link CONTEXT_LENGTH} code units before the match; the first word of the sentence is in lower case here. */
  readonly before: string;
  /** Up to {@link CONTEXT_LENGTH} code units after the match. */
  readonly after: string;
  /** Whether the text is Swiss, `de-CH` or `de-LI`. */
  readonly swiss: boolean;
}

/** A rule that changes how the matches of a pattern are spoken. */
export interface Rule<Name extends string = string> {
  /** The name by which the rule can be switched off; several rules may share one. */
  readonly name: Name;
  /** With the flags `g` and `u`. It must run in linear time: its repetitions are bounded, or it begins with a lookbehind. */
  readonly pattern: RegExp;
  /** Returns what is spoken instead of the match; undefined if the rule does not apply to it. */
  readonly spokenForm: (match: RegExpExecArray, context: RuleContext) => string | undefined;
}

/** How much text before and after a match a rule sees, in UTF-16 code units. */
export const CONTEXT_LENGTH = 80;

/** Joins the parts of a pattern. */
export function pattern(...parts: string[]): RegExp {
  return new RegExp(parts.join(''), 'gu');
}

/** Joins the words of a list as alternatives of a pattern, the longest first. */
export function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.$/*+?^()[\]{}|\\]/g, '\\$&'))
    .join('|');
}
