import type { Cutting } from './cutting.js';
import { type Cues, settle } from './settle.js';

/** How long changes are gathered before the article is walked again, in milliseconds; the first is followed at once. */
const REST = 200;

/** How long work goes on in one task, in milliseconds. */
const SLICE = 4;

/** What a narration lets its revisions do. */
export interface Revised {
  /** The pass over the article that is in use, and the cues that were asked for. */
  pass(): { readonly cutting: Cutting; readonly cues: Cues };
  /** Begins another pass. */
  begin(): Cutting;
  /** Takes another pass into use, and the cues with the places they have in it. */
  adopt(next: Cutting, cues: Cues): void;
}

/**
 * Walks an article again when it has changed. The new pass takes the place of the old one when it has come as far. Most
 * pages never change, so this code is fetched when one does.
 */
export class Revisions {
  readonly #narration: Revised;
  #next: Cutting | null = null;
  /** Whether the page has changed again since that pass began. */
  #outdated = false;
  #lastBegun = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(narration: Revised) {
    this.#narration = narration;
  }

  /** Is told that the page has changed. */
  request(): void {
    this.#outdated = this.#next !== null;
    if (this.#outdated || this.#timer !== undefined) return;
    const wait = this.#lastBegun + REST - performance.now();
    if (wait <= 0) this.#begin();
    else this.#timer = setTimeout(() => this.#begin(), wait);
  }

  /** Goes on with a pass by a little, if one is under way. @returns whether it was */
  step(): boolean {
    const { cutting, cues } = this.#narration.pass();
    const next = this.#next;
    if (!next) return false;
    next.step();
    if (!next.complete && (cutting.complete || next.length < cutting.length)) return true;
    this.#next = null;
    this.#narration.adopt(next, settle(cues, cutting, next));
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
    this.#goOn(this.#next);
  }

  #goOn(next: Cutting): void {
    const until = performance.now() + SLICE;
    while (this.#next === next && performance.now() < until) this.step();
    if (this.#next === next) setTimeout(() => this.#goOn(next));
  }
}
