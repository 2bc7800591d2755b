import { reconcileCues } from './reconcile-cues.js';
import type { Segmentation } from './segmentation.js';

/** The least time between two walks over a changing article, in milliseconds; the first change is handled at once. */
const MIN_INTERVAL = 200;

/** How long one task works before it lets others run, in milliseconds. */
const TASK_BUDGET = 4;

/** The access to a narration that its updates need. */
export interface UpdatableNarration {
  /** The current pass over the article. */
  current(): Segmentation;
  /** Begins another pass. */
  begin(): Segmentation;
  /** Makes another pass the current one. */
  adopt(next: Segmentation): void;
}

/**
 * Walks an article again after the page has changed. The new pass replaces the current one as soon as it has come as far. Most
 * pages never change, so this module is loaded with the first change.
 */
export class NarrationUpdates {
  readonly #narration: UpdatableNarration;
  #next: Segmentation | null = null;
  /** Whether the page has changed again since the next pass began. */
  #outdated = false;
  #lastBegun = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(narration: UpdatableNarration) {
    this.#narration = narration;
  }

  /** Requests an update, because the page has changed. */
  request(): void {
    this.#outdated = this.#next !== null;
    if (this.#outdated || this.#timer !== undefined) return;
    const wait = this.#lastBegun + MIN_INTERVAL - performance.now();
    if (wait <= 0) this.#begin();
    else this.#timer = setTimeout(() => this.#begin(), wait);
  }

  /** Does a little work on the next pass. @returns whether there was a pass to work on */
  step(): boolean {
    const current = this.#narration.current();
    const next = this.#next;
    if (!next) return false;
    next.step();
    if (!next.complete && (current.complete || next.length < current.length)) return true;
    this.#next = null;
    reconcileCues(current, next);
    this.#narration.adopt(next);
    if (this.#outdated) this.request();
    return true;
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#next = null;
  }

  #begin(): void {
    this.#timer = undefined;
    this.#outdated = false;
    this.#lastBegun = performance.now();
    this.#next = this.#narration.begin();
    this.#continue(this.#next);
  }

  #continue(next: Segmentation): void {
    const until = performance.now() + TASK_BUDGET;
    while (this.#next === next && performance.now() < until) this.step();
    if (this.#next === next) setTimeout(() => this.#continue(next));
  }
}
