import type { PaletteName } from '../settings/schema.js';
import type { Mark, Painter } from './painter.js';
import { adoptStyle, NAMES } from './style.js';

/**
 * Paints with the CSS Custom Highlight API. All highlighters of a page share its two highlights; each adds and removes its own
 * ranges. Only the style stays until it is cleared.
 *
 * @see https://drafts.csswg.org/css-highlight-api-1/
 */
export class HighlightPainter implements Painter {
  readonly #registry = CSS.highlights;
  readonly #painted: Record<Mark, Range | null> = { sentence: null, word: null };
  #root: Node | null = null;
  #dropStyle: (() => void) | null = null;

  paint(mark: Mark, range: Range | null, palette: PaletteName): void {
    const old = this.#painted[mark];
    this.#painted[mark] = range;
    if (range) {
      const root = range.startContainer.getRootNode();
      if (root !== this.#root) this.#adoptStyle(root, palette);
      // Even if the range is in place: a page may have cleared all highlights, for its own search.
      (this.#registry.get(NAMES[mark]) ?? this.#register(mark)).add(range);
    }
    if (old && old !== range) this.#remove(mark, old);
  }

  /** Removes the style as well, after which the browser recalculates the style of the whole page. */
  clear(): void {
    this.paint('sentence', null, 'page');
    this.paint('word', null, 'page');
    this.#dropStyle?.();
    this.#dropStyle = null;
    this.#root = null;
  }

  #register(mark: Mark): Highlight {
    const highlight = new Highlight();
    if (mark === 'word') highlight.priority = 1;
    this.#registry.set(NAMES[mark], highlight);
    return highlight;
  }

  #remove(mark: Mark, range: Range): void {
    const highlight = this.#registry.get(NAMES[mark]);
    highlight?.delete(range);
    if (highlight?.size === 0) this.#registry.delete(NAMES[mark]);
  }

  #adoptStyle(root: Node, palette: PaletteName): void {
    if (!('adoptedStyleSheets' in root)) return;
    this.#dropStyle?.();
    this.#dropStyle = adoptStyle(root as Document | ShadowRoot, palette);
    this.#root = root;
  }
}
