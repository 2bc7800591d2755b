import type { Mark, Painter } from './painter.js';
import type { PaletteName } from './palettes.js';
import { adoptStyle, NAMES } from './style.js';

/**
 * Paints with the CSS Custom Highlight API. The two highlights of a page are shared by all its highlighters; each adds and
 * takes away its own ranges, and leaves nothing behind but its style until it is cleared.
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
      // Also the range that was there: a page may have cleared all highlights, as its own search does.
      (this.#registry.get(NAMES[mark]) ?? this.#register(mark)).add(range);
    }
    if (old && old !== range) this.#remove(mark, old);
  }

  /** The style as well, after which a browser works out that of the whole page anew. */
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
