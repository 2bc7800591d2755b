import { type Line, linesBelow } from './lines-below.js';
import type { Mark, Painter } from './painter.js';
import { parentOf } from './viewport.js';

/** The thickness of the lines, in CSS px. */
const THICKNESS: Readonly<Record<Mark, number>> = { sentence: 2, word: 4 };

const STYLE = `
  :host {
    all: initial;
    display: block !important;
    position: absolute !important;
    top: 0 !important;
    left: 0 !important;
    margin: 0 !important;
    pointer-events: none !important;
  }
  div {
    position: absolute;
    border-top-style: solid;
  }
  @media print {
    :host {
      display: none !important;
    }
  }
`;

/**
 * Underlines the text with boxes over the page, for browsers without the Custom Highlight API. The boxes are in a shadow root at
 * the end of the document, and are laid out again whenever the text may have moved. Each has the colour of the text above
 * it, which contrasts with any page, also in forced colours. The background is left alone, so that the text stays readable.
 */
export class OverlayPainter implements Painter {
  readonly #painted = new Map<Mark, Range>();
  readonly #host = document.createElement('div');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  #listening: AbortController | null = null;
  #frame = 0;

  constructor() {
    this.#host.setAttribute('aria-hidden', 'true');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.#root.adoptedStyleSheets = [sheet];
  }

  paint(mark: Mark, range: Range | null): void {
    if (range) this.#painted.set(mark, range);
    else this.#painted.delete(mark);
    if (this.#painted.size === 0) return this.clear();
    this.#listen();
    this.#layOut();
  }

  clear(): void {
    this.#painted.clear();
    this.#listening?.abort();
    this.#listening = null;
    this.#host.remove();
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const update = () => this.#layOutSoon();
    document.addEventListener('scroll', update, { capture: true, passive: true, signal });
    addEventListener('resize', update, { signal });
    document.fonts.addEventListener('loadingdone', update, { signal });
    const observer = new ResizeObserver(update);
    observer.observe(document.body);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      cancelAnimationFrame(this.#frame);
    });
  }

  #layOutSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#layOut());
  }

  #layOut(): void {
    document.documentElement.append(this.#host);
    const [range] = this.#painted.values();
    if (range) this.#host.style.zIndex = stackLevelOf(range.startContainer);
    const origin = this.#host.getBoundingClientRect();
    // Browsers without it measure in pixels of the zoomed page.
    const { currentCSSZoom: zoom = 1 } = this.#host;
    const boxes = [...this.#painted].flatMap(([mark, range]) =>
      linesBelow(range).map((line) => boxOf(line, THICKNESS[mark], origin, zoom)),
    );
    this.#root.replaceChildren(...boxes);
  }
}

function boxOf(
  { left, right, top, color }: Line,
  thickness: number,
  origin: DOMRect,
  zoom: number,
): Element {
  const box = document.createElement('div');
  box.style.left = `${(left - origin.left) / zoom}px`;
  box.style.top = `${(top - origin.top) / zoom}px`;
  box.style.width = `${(right - left) / zoom}px`;
  box.style.borderTopWidth = `${thickness}px`;
  box.style.color = color;
  return box;
}

/** The `z-index` of the text's outermost ancestor with one: a sticky header that covers the text covers its lines, too. */
function stackLevelOf(text: Node): string {
  let level = 'auto';
  for (let parent = parentOf(text); parent; parent = parentOf(parent)) {
    const { zIndex } = parent instanceof Element ? getComputedStyle(parent) : { zIndex: 'auto' };
    if (zIndex !== 'auto') level = zIndex;
  }
  return level;
}
