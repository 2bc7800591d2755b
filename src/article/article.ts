import type { TemplateResult } from 'lit';

/** An article: the front matter of its Markdown file, and its text. */
export interface Article {
  /** The headline. */
  readonly title: string;
  /** Whether the editors of this page wrote the title, because the source has none. */
  readonly titleSupplied: boolean;
  /** The sentence or two between headline and text that say what it is about (standfirst), if the source has any. */
  readonly lead?: string;
  /** The language, BCP 47. */
  readonly lang: string;
  /** The day of publication, ISO 8601. */
  readonly date: string;
  /** The line that names the authors. */
  readonly credit: string;
  /** The original publisher. */
  readonly source: string;
  /** The text as HTML, without the title. */
  readonly body: TemplateResult | readonly TemplateResult[];
}
