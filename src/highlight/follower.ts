import { afterPaint } from './after-paint.js';
import { postPlace } from './post-place.js';
import { bringIntoView, distanceToView, isInView, nearStart } from './scroll.js';
import { documentsAround } from './scroll-context.js';
import { removeScrollRoom } from './scroll-room.js';

/** After this time without a scroll event a scroll has ended, in milliseconds. Safari has no `scrollend` before 26.2. */
const SCROLL_END = 200;

/** After the end of a scroll, bars that it has shown, hidden or resized have stopped moving, in milliseconds. */
const BARS_SETTLED = 300;

/** The events by which a reader takes over from a scroll under way. */
const TAKEOVERS = ['wheel', 'touchmove', 'keydown'] as const;

export interface FollowerOptions {
  /** Whether the page may scroll; called for every sentence. */
  follows(): boolean;
  /** Whether the page stays where it is for now, unless the listener goes to a sentence. */
  isHeld?(): boolean;
  /** Called when the reader has scrolled away from the sentence, or back to it. */
  onAway(away: boolean): void;
}

/**
 * Keeps the sentence being heard in view. Once the reader scrolls, it stops scrolling until the sentence is in view again:
 * because the reader came back, the voice reached them, or they asked for it. A sentence that is covered is out of view.
 *
 * It measures once the next frame is painted, so that neither the highlight of a sentence nor the answer to a press waits for that.
 */
export class Follower {
  readonly #options: FollowerOptions;
  #range: Range | null = null;
  #away = false;
  /** Whether the scroll under way was started by the follower. */
  #scroll: 'own' | 'foreign' | null = null;
  /** Whether the reader scrolled before the first sentence was heard, as while a voice loads: it is not scrolled to then. */
  #scrolledBefore = false;
  /** The distance of the sentence from the viewport at the last event of that scroll. */
  #distance = 0;
  /** Whether the position was corrected after the last scroll to the sentence. */
  #corrected = false;
  #cancelMeasuring = () => {};
  #timer = 0;
  #listening: AbortController | null = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
  }

  /** A reading begins: notices from now on whether the reader scrolls. */
  start(): void {
    if (this.#listening) return;
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    for (const document of documentsAround(window.document)) {
      document.addEventListener('scroll', () => this.#onScroll(), options);
      document.addEventListener('scrollend', () => this.#onEnd(), options);
      for (const type of TAKEOVERS)
        document.addEventListener(type, () => this.#onTakeover(), { ...options, capture: false });
    }
  }

  /** The next sentence is heard: scrolls to it, unless the reader has scrolled away. */
  follow(range: Range): void {
    const stays = this.#scrolledBefore;
    this.#aimAt(range);
    this.#measureLater(() => {
      if (this.#scroll === 'foreign' || this.#options.isHeld?.()) return;
      if (stays || this.#away || !this.#options.follows()) this.#updateAway();
      else this.#show();
    });
  }

  /** The listener went to this sentence: scrolls to it in any case, unless they do not want the page to scroll. */
  goTo(range: Range): void {
    this.#aimAt(range);
    if (this.#options.follows()) this.reveal();
    else this.#measureLater(() => this.#updateAway());
  }

  /** Scrolls to the sentence that was heard last, and follows again. */
  reveal(): void {
    this.#setAway(false);
    this.#scroll = null;
    this.#measureLater(() => this.#show());
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
    clearTimeout(this.#timer);
    this.#cancelMeasuring();
    this.#scroll = null;
    this.#range = null;
    this.#scrolledBefore = false;
    this.#setAway(false);
    removeScrollRoom();
  }

  #aimAt(range: Range): void {
    this.start();
    this.#range = range;
    this.#scrolledBefore = false;
    // That of another sentence says nothing about a scroll under way.
    this.#distance = Infinity;
  }

  #measureLater(measure: () => void): void {
    this.#corrected = false;
    this.#cancelMeasuring();
    this.#cancelMeasuring = afterPaint(measure);
  }

  #show(): void {
    if (!this.#range || !isLaidOut(this.#range)) return;
    if (!bringIntoView(this.#range, nearStart, prefersReducedMotion() ? 'instant' : 'smooth'))
      return postPlace(this.#range);
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
    this.#distance = this.#range ? distanceToView(this.#range) : 0;
    if (this.#distance > before) this.#onTakeover();
  }

  #onTakeover(): void {
    if (this.#scroll === 'own') this.#scroll = 'foreign';
  }

  #awaitEnd(): void {
    this.#after(SCROLL_END, () => this.#onEnd());
  }

  #onEnd(): void {
    const scroll = this.#scroll;
    this.#scroll = null;
    if (scroll === null) return;
    this.#scrolledBefore = scroll === 'foreign' && this.#range === null;
    if (scroll === 'foreign') this.#updateAway();
    this.#after(BARS_SETTLED, () => this.#onSettled(scroll));
  }

  /** Scrolling may have brought bars of the page over the sentence: measures again, and corrects the position once. */
  #onSettled(scroll: 'own' | 'foreign'): void {
    if (scroll === 'foreign') return this.#updateAway();
    if (this.#corrected || this.#away) return;
    this.#corrected = true;
    this.#show();
  }

  #after(time: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(act, time);
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

function isLaidOut(range: Range): boolean {
  const { width, height } = range.getBoundingClientRect();
  return width > 0 && height > 0;
}

function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
