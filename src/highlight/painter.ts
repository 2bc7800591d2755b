import type { PaletteName } from '../settings/schema.js';

/** One of the two marks of a highlighter. */
export type Mark = 'sentence' | 'word';

/** Shows the marks of one highlighter on the page, without changing the article. */
export interface Painter {
  /** Marks this range instead of the previous one; null removes the mark. */
  paint(mark: Mark, range: Range | null, palette: PaletteName): void;
  /** Restores the page. */
  clear(): void;
}
