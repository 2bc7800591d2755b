import type { Mark, Painter } from './painter.js';
import type { PaletteName } from './palettes.js';
import { adoptStyle, nameOf } from './style.js';

/**
 * Paints with the CSS Custom Highlight API. The two highlights of a page are shared by all its highlighters; each adds and
 * takes away its own ranges, and leaves nothing behind but its style until it is cleared.
 *
 * @see https://drafts.csswg.org/css-highlight-api-1/
 */
export class HighlightPainter implements Painter {
  readonly #painted = new Map<Mark, Range>();
  #root: Node | null = null;
  #dropStyle: (() => void) | null = null;

  paint(mark: Mark, range: Range | null, palette: PaletteName): void {
    const old = this.#painted.get(mark);
    if (!old && !range) return;
    this.#painted.delete(mark);
    const highlight = CSS.highlights.get(nameOf(mark)) ?? register(mark);
    if (range) {
      this.#adoptStyle(range.startContainer.getRootNode(), palette);
      this.#painted.set(mark, range);
      highlight.add(range);
    }
    if (old) highlight.delete(old);
    if (highlight.size === 0) CSS.highlights.delete(nameOf(mark));
  }

  /** The style as well, after which a browser works out that of the whole page anew. */
  clear(): void {
    for (const mark of this.#painted.keys()) this.paint(mark, null, 'page');
    this.#dropStyle?.();
    this.#dropStyle = null;
    this.#root = null;
  }

  #adoptStyle(root: Node, palette: PaletteName): void {
    if (root === this.#root || !('adoptedStyleSheets' in root)) return;
    this.#dropStyle?.();
    this.#dropStyle = adoptStyle(root as Document | ShadowRoot, palette);
    this.#root = root;
  }
}

function register(mark: Mark): Highlight {
  const highlight = new Highlight();
  if (mark === 'word') highlight.priority = 1;
  CSS.highlights.set(nameOf(mark), highlight);
  return highlight;
}
