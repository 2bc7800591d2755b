import { bringIntoView, isInView, nearTop } from './scroll.js';

/** After this time without a scroll event a scroll has ended, in milliseconds. Safari has no `scrollend` before 26.2. */
const SCROLL_END = 200;

/** The events by which a reader takes over from a scroll under way. */
const TAKEOVERS = ['wheel', 'touchmove', 'keydown'] as const;

export interface FollowerOptions {
  /** Whether the page may scroll; called for every sentence. */
  follows(): boolean;
  /** Called when the reader has scrolled away from the sentence, or back to it. */
  onAway(away: boolean): void;
}

/**
 * Keeps the sentence being heard in view. Once the reader scrolls, it stops scrolling until the sentence is in view again:
 * because the reader came back, the voice reached them, or they asked for it.
 */
export class Follower {
  readonly #options: FollowerOptions;
  #range: Range | null = null;
  #away = false;
  /** Whether the scroll under way was started by the follower. */
  #scroll: 'own' | 'foreign' | null = null;
  /** The distance of the sentence from the viewport at the last event of that scroll. */
  #distance = 0;
  #timer = 0;
  #listening: AbortController | null = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** The next sentence is heard: scrolls to it, unless the reader has scrolled away. */
  follow(range: Range): void {
    this.#listen();
    this.#range = range;
    if (this.#scroll === 'foreign') return;
    if (this.#away || !this.#options.follows()) this.#updateAway();
    else this.#show();
  }

  /** The listener went to this sentence: scrolls to it in any case, unless they do not want the page to scroll. */
  goTo(range: Range): void {
    this.#listen();
    this.#range = range;
    if (this.#options.follows()) this.reveal();
    else this.#updateAway();
  }

  /** Scrolls to the sentence that was heard last, and follows again. */
  reveal(): void {
    this.#setAway(false);
    this.#show();
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    clearTimeout(this.#timer);
    this.#scroll = null;
    this.#range = null;
    this.#setAway(false);
  }

  #listen(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    document.addEventListener('scroll', () => this.#onScroll(), options);
    document.addEventListener('scrollend', () => this.#onEnd(), options);
    for (const type of TAKEOVERS)
      document.addEventListener(type, () => this.#onTakeover(), { ...options, capture: false });
  }

  #show(): void {
    if (!this.#range || !isLaidOut(this.#range)) return;
    if (!bringIntoView(this.#range, nearTop, prefersReducedMotion() ? 'instant' : 'smooth')) return;
    this.#scroll = 'own';
    this.#distance = Infinity;
    this.#awaitEnd();
  }

  #onScroll(): void {
    this.#scroll ??= 'foreign';
    if (this.#scroll === 'own') this.#watch();
    this.#awaitEnd();
  }

  /** A dragged scrollbar can only be noticed by the direction of the scroll. */
  #watch(): void {
    const before = this.#distance;
    this.#distance = this.#range ? distanceOf(this.#range) : 0;
    if (this.#distance > before) this.#onTakeover();
  }

  #onTakeover(): void {
    if (this.#scroll === 'own') this.#scroll = 'foreign';
  }

  #awaitEnd(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#onEnd(), SCROLL_END) as unknown as number;
  }

  #onEnd(): void {
    clearTimeout(this.#timer);
    const foreign = this.#scroll === 'foreign';
    this.#scroll = null;
    if (foreign) this.#updateAway();
  }

  #updateAway(): void {
    this.#setAway(this.#range !== null && isLaidOut(this.#range) && !isInView(this.#range));
  }

  #setAway(away: boolean): void {
    if (away === this.#away) return;
    this.#away = away;
    this.#options.onAway(away);
  }
}

/** The distance to the viewport, in CSS px. */
function distanceOf(range: Range): number {
  const { top, bottom } = range.getBoundingClientRect();
  return Math.max(0, -bottom, top - innerHeight);
}

function isLaidOut(range: Range): boolean {
  return range.getBoundingClientRect().height > 0;
}

function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
