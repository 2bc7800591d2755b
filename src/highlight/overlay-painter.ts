import { type Line, linesBelow } from './lines-below.js';
import type { Mark, Painter } from './painter.js';
import { parentOf } from './viewport.js';

/** How thick the lines are, in CSS px. */
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
 * Underlines the text by boxes that lie over the page, for browsers without the Custom Highlight API. They stand at the end of
 * the document, in a shadow root, and are laid anew whenever the text may have moved. The lines have the colour of the text
 * above them, which stands out on any page and in forced colours; nothing is behind the text, which is read as before.
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
    this.#lay();
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
    const renew = () => this.#renew();
    document.addEventListener('scroll', renew, { capture: true, passive: true, signal });
    addEventListener('resize', renew, { signal });
    document.fonts.addEventListener('loadingdone', renew, { signal });
    const observer = new ResizeObserver(renew);
    observer.observe(document.body);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      cancelAnimationFrame(this.#frame);
    });
  }

  #renew(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#lay());
  }

  #lay(): void {
    document.documentElement.append(this.#host);
    const [range] = this.#painted.values();
    if (range) this.#host.style.zIndex = heightOf(range.startContainer);
    const origin = this.#host.getBoundingClientRect();
    // Browsers without it measure in px of the zoomed page.
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

/** The `z-index` of the outermost around a text that has one: what lies over that, as a header that stays, lies over its lines too. */
function heightOf(text: Node): string {
  let height = 'auto';
  for (let parent = parentOf(text); parent; parent = parentOf(parent)) {
    const { zIndex } = parent instanceof Element ? getComputedStyle(parent) : { zIndex: 'auto' };
    if (zIndex !== 'auto') height = zIndex;
  }
  return height;
}
