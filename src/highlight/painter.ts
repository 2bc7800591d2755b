import type { PaletteName } from './palettes.js';

/** Which of the two marks of a highlighter. */
export type Mark = 'sentence' | 'word';

/** Shows the marks of one highlighter on the page, without touching the text. */
export interface Painter {
  /** Marks this range instead of the one before; null takes the mark away. */
  paint(mark: Mark, range: Range | null, palette: PaletteName): void;
  /** Leaves the page as it was. */
  clear(): void;
}
