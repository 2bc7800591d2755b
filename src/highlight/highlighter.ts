import type { PaletteName } from './palettes.js';
import { adoptStyle, SENTENCE, WORD } from './style.js';

/** What is painted of what is heard. */
export type Marked = 'both' | 'sentence' | 'word' | 'none';

/**
 * Paints the sentence and the word being heard with the CSS Custom Highlight API, which never touches the DOM. Where a
 * browser lacks it nothing is painted. The two highlights of a page are shared by all its highlighters; each adds and
 * takes away its own ranges, and leaves nothing behind but its style until it is cleared.
 *
 * @see https://drafts.csswg.org/css-highlight-api-1/
 */
export class Highlighter {
  /** What is heard, also where it is not painted. */
  readonly #heard = new Map<string, Range>();
  readonly #marks = new Map<string, Range>();
  #marked: Marked = 'both';
  #palette: PaletteName = 'page';
  #root: Node | null = null;
  #dropStyle: (() => void) | null = null;

  /** Says what is marked and in which colours, from now on and of what is heard now. */
  setLook(marked: Marked = 'both', palette: PaletteName = 'page'): void {
    if (marked === this.#marked && palette === this.#palette) return;
    const heard = [...this.#heard];
    this.clear();
    this.#marked = marked;
    this.#palette = palette;
    for (const [name, range] of heard) this.#mark(name, range);
  }

  /** Marks a sentence and no word; null takes all marks away. */
  markSentence(range: Range | null): void {
    this.#mark(WORD, null);
    this.#mark(SENTENCE, range);
  }

  /** Marks a word within the sentence; null takes its mark away. */
  markWord(range: Range | null): void {
    this.#mark(WORD, range);
  }

  /** Takes all marks away, and the style with them, after which a browser works out that of the whole page anew. */
  clear(): void {
    this.markSentence(null);
    this.#dropStyle?.();
    this.#dropStyle = null;
    this.#root = null;
  }

  #mark(name: string, range: Range | null): void {
    if (!('highlights' in CSS)) return;
    if (range) this.#heard.set(name, range);
    else this.#heard.delete(name);
    this.#paint(name, this.#isMarked(name) ? range : null);
  }

  #isMarked(name: string): boolean {
    return this.#marked === 'both' || this.#marked === (name === WORD ? 'word' : 'sentence');
  }

  #paint(name: string, range: Range | null): void {
    const old = this.#marks.get(name);
    if (!old && !range) return;
    this.#marks.delete(name);
    const highlight = CSS.highlights.get(name) ?? register(name);
    if (range) {
      this.#adoptStyle(range.startContainer.getRootNode());
      this.#marks.set(name, range);
      highlight.add(range);
    }
    if (old) highlight.delete(old);
    if (highlight.size === 0) CSS.highlights.delete(name);
  }

  #adoptStyle(root: Node): void {
    if (root === this.#root || !('adoptedStyleSheets' in root)) return;
    this.#dropStyle?.();
    this.#dropStyle = adoptStyle(root as Document | ShadowRoot, this.#palette);
    this.#root = root;
  }
}

function register(name: string): Highlight {
  const highlight = new Highlight();
  if (name === WORD) highlight.priority = 1;
  CSS.highlights.set(name, highlight);
  return highlight;
}
