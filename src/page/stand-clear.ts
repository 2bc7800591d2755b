import { overlays } from '../highlight/viewport.js';
import { barsAt } from './edge-bars.js';

/** After this time without a scroll or another change, bars of the page have come to rest, in milliseconds. */
const SETTLED = 300;

/**
 * Keeps an overlay clear of what the page shows: nothing is scrolled beneath it, and its custom properties `--lower-bars` and
 * `--upper-bars` say how far bars of the page reach into the viewport at each edge. They are measured when the overlay is shown, and
 * after something may have changed them.
 */
export class StandClear {
  readonly #onMeasure: () => void;
  #overlay: HTMLElement | null = null;
  #timer = 0;
  #listening: AbortController | null = null;
  /** Reports that a bar that was once found slides in or out, or is removed. */
  readonly #inView = new IntersectionObserver(() => this.#measureSoon(), {
    threshold: [0, 0.5, 1],
  });
  /** Banners are usually added at the end of the body. */
  readonly #added = new MutationObserver(() => this.#measureSoon());

  /** @param onMeasure called after each measurement but the first */
  constructor(onMeasure: () => void) {
    this.#onMeasure = onMeasure;
  }

  /** Begins with an overlay that is shown; null ends it. */
  watch(overlay: HTMLElement | null): void {
    if (overlay === this.#overlay) return;
    this.#stop();
    this.#overlay = overlay;
    if (!overlay) return;
    overlays.add(overlay);
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    document.addEventListener('scroll', () => this.#measureSoon(), options);
    addEventListener('resize', () => this.#measureSoon(), options);
    this.#added.observe(document.body, { childList: true });
    this.#measure(overlay);
  }

  #stop(): void {
    if (this.#overlay) overlays.delete(this.#overlay);
    this.#listening?.abort();
    this.#added.disconnect();
    this.#inView.disconnect();
    clearTimeout(this.#timer);
  }

  #measureSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (!this.#overlay) return;
      this.#measure(this.#overlay);
      this.#onMeasure();
    }, SETTLED);
  }

  #measure(overlay: HTMLElement): void {
    const [lower, upper] = [barsAt('lower', overlay), barsAt('upper', overlay)];
    overlay.style.setProperty('--lower-bars', `${lower.reach}px`);
    overlay.style.setProperty('--upper-bars', `${upper.reach}px`);
    for (const bar of [...lower.elements, ...upper.elements]) this.#inView.observe(bar);
  }
}
