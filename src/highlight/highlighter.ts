import type { HighlightedUnits, PaletteName } from '../settings/schema.js';
import { HighlightPainter } from './highlight-painter.js';
import type { Mark, Painter } from './painter.js';

/**
 * Marks the sentence and the word being heard without changing the article: with the CSS Custom Highlight API, or with lines
 * laid over the page in browsers without it, which load the code for that.
 */
export class Highlighter {
  /** The ranges being heard, whether or not they are painted. */
  readonly #heard: Record<Mark, Range | null> = { sentence: null, word: null };
  #units: HighlightedUnits = 'both';
  #palette: PaletteName = 'page';
  #painter: Painter | null = null;

  constructor() {
    if ('highlights' in CSS) this.#painter = new HighlightPainter();
    else void this.#loadPainter();
  }

  /** Sets what is highlighted and in which colours, and repaints. */
  configure(units: HighlightedUnits, palette: PaletteName): void {
    if (units === this.#units && palette === this.#palette) return;
    this.#painter?.clear();
    this.#units = units;
    this.#palette = palette;
    this.#paintAll();
  }

  /** Marks a sentence and no word; null removes all marks. The same Range may be moved and passed again, here and for a word. */
  markSentence(range: Range | null): void {
    if (this.#heard.word) this.#mark('word', null);
    this.#mark('sentence', range);
  }

  /** Marks a word within the sentence; null removes its mark. */
  markWord(range: Range | null): void {
    this.#mark('word', range);
  }

  /** Removes all marks, and everything else that was added to the page for them. */
  clear(): void {
    this.markSentence(null);
    this.#painter?.clear();
  }

  #mark(mark: Mark, range: Range | null): void {
    this.#heard[mark] = range;
    const isMarked = this.#units === 'both' || this.#units === mark;
    this.#painter?.paint(mark, isMarked ? range : null, this.#palette);
  }

  #paintAll(): void {
    this.#mark('sentence', this.#heard.sentence);
    this.#mark('word', this.#heard.word);
  }

  /** If the code does not load, the text is read without a highlight. */
  async #loadPainter(): Promise<void> {
    const module = await import('./overlay-painter.js').catch(() => null);
    if (!module) return;
    this.#painter = new module.OverlayPainter();
    this.#paintAll();
  }
}
