import type { TemplateResult } from 'lit';

/** An article: what its Markdown file says about it, and its text. */
export interface Article {
  /** The headline. */
  readonly title: string;
  /** Whether the title was supplied by the editors of this page because the source has none. */
  readonly titleSupplied: boolean;
  /** BCP 47. */
  readonly lang: string;
  /** ISO 8601, the day. */
  readonly date: string;
  /** The line that names the authors. */
  readonly credit: string;
  /** Who published it first. */
  readonly source: string;
  /** Its text as HTML, without the title. */
  readonly body: TemplateResult | readonly TemplateResult[];
}
