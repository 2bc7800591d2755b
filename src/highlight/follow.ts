import { bringIntoView, isInView, nearTop } from './scroll.js';

/** After how many milliseconds without a scroll event a scroll has come to its end. Safari has no `scrollend` before 26.2. */
const QUIET = 200;

/** By what a reader takes over from a scroll under way. */
const TAKEOVERS = ['wheel', 'touchmove', 'keydown'] as const;

export interface FollowerOptions {
  /** Whether the page scrolls by itself; asked at every sentence. */
  follows(): boolean;
  /** Told when it changes whether the reader is elsewhere. */
  onAway(away: boolean): void;
}

/**
 * Keeps the sentence being heard in view. A scroll that is not its own is the reader's, who is left alone then, until the
 * sentence is in view again: because they came back, the voice came to them, or they asked to be shown.
 */
export class Follower {
  readonly #options: FollowerOptions;
  #range: Range | null = null;
  #away = false;
  /** Whose scroll is under way. */
  #scroll: 'own' | 'foreign' | null = null;
  /** How far off the sentence was at the last event of a scroll of its own. */
  #distance = 0;
  #timer = 0;
  #listening: AbortController | null = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** The next sentence is heard: shows it, unless the reader is elsewhere. */
  follow(range: Range): void {
    this.#listen();
    this.#range = range;
    if (this.#scroll === 'foreign') return;
    if (this.#away || !this.#options.follows()) this.#judge();
    else this.#show();
  }

  /** The listener went to this sentence: shows it wherever they are, unless they want the page to stand still. */
  goTo(range: Range): void {
    this.#listen();
    this.#range = range;
    if (this.#options.follows()) this.showPlace();
    else this.#judge();
  }

  /** Shows the sentence that was heard last, and follows again. */
  showPlace(): void {
    this.#setAway(false);
    this.#show();
  }

  forget(): void {
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
    document.addEventListener('scrollend', () => this.#onQuiet(), options);
    for (const type of TAKEOVERS)
      document.addEventListener(type, () => this.#onTakeover(), { ...options, capture: false });
  }

  #show(): void {
    if (!this.#range || !isLaidOut(this.#range)) return;
    if (!bringIntoView(this.#range, nearTop, prefersReducedMotion() ? 'instant' : 'smooth')) return;
    this.#scroll = 'own';
    this.#distance = Infinity;
    this.#awaitQuiet();
  }

  #onScroll(): void {
    this.#scroll ??= 'foreign';
    if (this.#scroll === 'own') this.#watch();
    this.#awaitQuiet();
  }

  /** Dragging a scrollbar tells of itself only by where it leads. */
  #watch(): void {
    const before = this.#distance;
    this.#distance = this.#range ? distanceOf(this.#range) : 0;
    if (this.#distance > before) this.#onTakeover();
  }

  #onTakeover(): void {
    if (this.#scroll === 'own') this.#scroll = 'foreign';
  }

  #awaitQuiet(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#onQuiet(), QUIET) as unknown as number;
  }

  #onQuiet(): void {
    clearTimeout(this.#timer);
    const foreign = this.#scroll === 'foreign';
    this.#scroll = null;
    if (foreign) this.#judge();
  }

  #judge(): void {
    this.#setAway(this.#range !== null && isLaidOut(this.#range) && !isInView(this.#range));
  }

  #setAway(away: boolean): void {
    if (away === this.#away) return;
    this.#away = away;
    this.#options.onAway(away);
  }
}

/** How far outside of the viewport it is, in CSS px. */
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
