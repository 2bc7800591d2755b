import { HighlightPainter } from './highlight-painter.js';
import type { Mark, Painter } from './painter.js';
import type { PaletteName } from './palettes.js';

/** What is painted of what is heard. */
export type Marked = 'both' | 'sentence' | 'word' | 'none';

/**
 * Marks the sentence and the word being heard, and never touches the text: by the CSS Custom Highlight API, or by lines laid
 * over the page in a browser that lacks it, which fetches them then.
 */
export class Highlighter {
  /** What is heard, also where it is not painted. */
  readonly #heard: Record<Mark, Range | null> = { sentence: null, word: null };
  #marked: Marked = 'both';
  #palette: PaletteName = 'page';
  #painter: Painter | null = null;

  constructor() {
    if ('highlights' in CSS) this.#painter = new HighlightPainter();
    else void this.#fetchPainter();
  }

  /** Says what is marked and in which colours, from now on and of what is heard now. */
  setLook(marked: Marked = 'both', palette: PaletteName = 'page'): void {
    if (marked === this.#marked && palette === this.#palette) return;
    this.#painter?.clear();
    this.#marked = marked;
    this.#palette = palette;
    this.#paintAll();
  }

  /** Marks a sentence and no word; null takes all marks away. The same Range may be moved and given again, as for a word. */
  markSentence(range: Range | null): void {
    if (this.#heard.word) this.#mark('word', null);
    this.#mark('sentence', range);
  }

  /** Marks a word within the sentence; null takes its mark away. */
  markWord(range: Range | null): void {
    this.#mark('word', range);
  }

  /** Takes all marks away, and whatever else was left on the page for them. */
  clear(): void {
    this.markSentence(null);
    this.#painter?.clear();
  }

  #mark(mark: Mark, range: Range | null): void {
    this.#heard[mark] = range;
    const isMarked = this.#marked === 'both' || this.#marked === mark;
    this.#painter?.paint(mark, isMarked ? range : null, this.#palette);
  }

  #paintAll(): void {
    this.#mark('sentence', this.#heard.sentence);
    this.#mark('word', this.#heard.word);
  }

  /** Without it, as off line, the text is read all the same. */
  async #fetchPainter(): Promise<void> {
    const module = await import('./overlay-painter.js').catch(() => null);
    if (!module) return;
    this.#painter = new module.OverlayPainter();
    this.#paintAll();
  }
}
