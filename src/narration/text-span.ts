/** A span of a text, `[start, end)`, in UTF-16 code units. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}
