/**
 * Highlighted text has a contrast of 7:1 (WCAG 1.4.6), and the highlight does not rely on colour alone (WCAG 1.4.1): an underline
 * of 3:1 is drawn (WCAG 1.4.11). axe does not see `::highlight()`.
 *
 * @type {import('../audit.mjs').Check}
 */
export function highlightContrast(page) {
  return page.evaluate(() => {
    const { colour, contrast, where } = /** @type {any} */ (window).auditing;
    const backgroundOf = (/** @type {any} */ element) => {
      for (let each = element; each; each = each.parentElement ?? each.getRootNode().host) {
        const behind = colour(getComputedStyle(each).backgroundColor);
        if (behind[3] === 1) return behind;
      }
      return colour(matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : 'white');
    };
    return [...CSS.highlights].flatMap(([name, ranges]) =>
      [...ranges].flatMap((range) => {
        const { startContainer: start } = /** @type {any} */ (range);
        const element = start instanceof Element ? start : start.parentElement;
        const style = getComputedStyle(element, `::highlight(${name})`);
        const page = backgroundOf(element);
        const own = colour(style.backgroundColor);
        const mark = [0, 1, 2].map((index) => own[index] * own[3] + page[index] * (1 - own[3]));
        const read = contrast(colour(style.color), mark);
        const underlined = style.textDecorationLine.includes('underline');
        const line = underlined ? contrast(colour(style.textDecorationColor), mark) : 1;
        const problems = [
          ...(read < 7 ? [`the contrast of its text is ${read.toFixed(2)}:1`] : []),
          ...(line < 3 ? [`the contrast of its underline is ${line.toFixed(2)}:1`] : []),
        ];
        return problems.map((what) => ({
          rule: 'highlightContrast',
          where: `${where(element)}::highlight(${name})`,
          what,
        }));
      }),
    );
  });
}
