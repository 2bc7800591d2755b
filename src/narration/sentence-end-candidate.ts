/** A position at which a German sentence may end: punctuation such as a full stop, and the text around it. */
export interface SentenceEndCandidate {
  /** The punctuation, such as `.` or `?!`. */
  readonly punctuation: string;
  /** Quotation marks and brackets that close right after the punctuation. */
  readonly closers: string;
  /** The word before the punctuation. */
  readonly word: string;
  /** The text of the sentence before that word, as far as it is looked at. */
  readonly before: string;
  /** Whether a quotation opens before the next word. */
  readonly opensQuote: boolean;
  /** Quotation marks, brackets and dashes before the next word. */
  readonly openers: string;
  /** The next word or its first part; empty if neither a letter nor a digit comes next. */
  readonly next: string;
  /** The text after the next word, or after the openers if there is no next word. */
  readonly rest: string;
  /** Whether the next word is a sentence starter: it is capitalized only at the beginning of a sentence. */
  readonly isStarter: boolean;
}
