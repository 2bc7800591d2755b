/**
 * A slider gives its value in words or in percent, and can be reached by keyboard (WCAG 4.1.2, 2.1.1).
 * "1:23" would be read as a time of day.
 *
 * @type {import('../audit.mjs').Check}
 */
export function sliders(page, { within }) {
  return page.evaluate((within) => {
    const { elements, where } = /** @type {any} */ (window).auditing;
    return [...elements(within)]
      .filter((element) => element.matches('input[type=range], [role=slider]'))
      .flatMap((slider) => {
        const text = slider.getAttribute('aria-valuetext') ?? '';
        const problems = [
          ...(/\p{L}|\d\s?%/u.test(text) ? [] : [`its value is „${text}“`]),
          ...(slider.tabIndex < 0 ? ['cannot be reached by keyboard'] : []),
        ];
        return problems.map((what) => ({ rule: 'sliders', where: where(slider), what }));
      });
  }, within);
}
