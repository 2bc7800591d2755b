/** How much of the viewport's height stays free above and below the sentence that is shown. */
const MARGIN = 0.15;

/**
 * Keeps the sentence being heard in view. Whoever has scrolled away from it reads elsewhere and is left alone, until that
 * place and the voice meet again.
 */
export class Follower {
  #last: Range | null = null;

  /** The next sentence is heard: shows it if the one before was in view. */
  follow(range: Range | null): void {
    const following = !this.#last || isInView(this.#last);
    this.#last = range;
    if (range && following) show(range);
  }

  /** The listener went to this sentence: shows it wherever they are. */
  goTo(range: Range | null): void {
    this.#last = range;
    if (range) show(range);
  }

  forget(): void {
    this.#last = null;
  }
}

function isInView(range: Range): boolean {
  const { top, bottom, height } = range.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}

function show(range: Range): void {
  const { top, bottom, height } = range.getBoundingClientRect();
  if (height === 0 || (top >= 0 && bottom <= innerHeight)) return;
  const margin = Math.min(innerHeight * MARGIN, Math.max(0, (innerHeight - height) / 2));
  // Downwards the sentence comes to the top, so that what follows it is in view as well.
  scrollBy({ top: top - margin, behavior: prefersReducedMotion() ? 'instant' : 'smooth' });
}

function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
