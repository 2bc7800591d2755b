import type { TextSpan } from './text-span.js';

/** A span of a text that is spoken differently from how it is written, that is in another language, or struck out. */
export interface Annotation extends TextSpan {
  /** What is spoken instead of the text; undefined if the text itself is spoken. */
  readonly spoken: string | undefined;
  /** The language of the text, BCP 47. */
  readonly lang: string;
  /** Whether the text is struck out. */
  readonly struckOut?: boolean;
}

/** The annotations that are not inside another one, in order. */
export function outermost(annotations: readonly Annotation[]): Annotation[] {
  const kept: Annotation[] = [];
  const sorted = [...annotations].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  for (const annotation of sorted)
    if (annotation.start >= (kept.at(-1)?.end ?? 0)) kept.push(annotation);
  return kept;
}
