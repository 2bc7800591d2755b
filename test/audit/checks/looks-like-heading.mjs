/**
 * No paragraph is all bold: it would look like a heading without being one (WCAG 1.3.1, 2.4.6).
 *
 * @type {import('../audit.mjs').Check}
 */
export function looksLikeHeading(page, { within }) {
  return page.evaluate((within) => {
    const { elements, where } = /** @type {any} */ (window).auditing;
    return [...elements(within)]
      .filter((element) => element.matches('p:has(> :is(b, strong):only-child)'))
      .filter(
        (element) => element.textContent.trim() === element.firstElementChild.textContent.trim(),
      )
      .map((element) => ({
        rule: 'looksLikeHeading',
        where: where(element),
        what: element.textContent.trim(),
      }));
  }, within);
}
