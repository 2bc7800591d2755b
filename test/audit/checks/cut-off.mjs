/**
 * No text is cut off, and nothing extends beyond the page, with the text size that the page is opened with (WCAG 1.4.4).
 *
 * @type {import('../audit.mjs').Check}
 */
export function cutOff(page, { within }) {
  return page.evaluate((within) => {
    const { cutOff, elements, seen, where } = /** @type {any} */ (window).auditing;
    const outside = [...elements(within)].filter(seen).filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > innerWidth + 1 || left < -1;
    });
    return [
      ...cutOff(within),
      ...outside.map((element) => ({ where: where(element), what: 'extends beyond the page' })),
    ].map((each) => ({ rule: 'cutOff', ...each }));
  }, within);
}
