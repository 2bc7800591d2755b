import type { TextSpan } from './text-span.js';

/** A span of a text that is spoken differently from how it is written, or that is in another language. */
export interface Annotation extends TextSpan {
  /** What is spoken instead of the text; undefined if the text itself is spoken. */
  readonly spoken: string | undefined;
  /** The language of the text, BCP 47. */
  readonly lang: string;
}
