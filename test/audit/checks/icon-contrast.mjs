/** What is drawn and says something. What cannot be used now is exempt. */
const DRAWN = 'svg, [part~=track], [part~=thumb]';

/**
 * Icons and the parts of a slider stand out 3:1 from what is behind them (WCAG 1.4.11), by the pixels. No engine looks.
 *
 * @type {import('../audit.mjs').Check}
 */
export async function iconContrast(page, { within }) {
  const clip = await page.evaluate(
    (within, drawn) => {
      const { elements, seen, where } = /** @type {any} */ (window).auditing;
      const icons = [...elements(within)].filter(
        (element) =>
          element.matches(drawn) &&
          seen(element) &&
          element.getBoundingClientRect().height > 1 &&
          !element.closest('[aria-disabled=true], :disabled'),
      );
      icons[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
      /** @type {any} */ (window).icons = icons.map((icon) => {
        const { x, y, width, height } = icon.getBoundingClientRect();
        const around = { x: x - 3, y: y - 3, width: width + 6, height: height + 6 };
        return { where: where(icon.closest('button') ?? icon), ...around };
      });
      return icons.length;
    },
    within,
    DRAWN,
  );
  if (clip === 0) return [];
  const screenshot = await page.screenshot({ encoding: 'base64' });
  return page.evaluate(async (base64) => {
    const { pixels, contrast } = /** @type {any} */ (window).auditing;
    const { data, width: line, height: lines } = await pixels(base64);
    const at = (/** @type {number} */ x, /** @type {number} */ y) =>
      data.slice(4 * (y * line + x), 4 * (y * line + x) + 3);
    return /** @type {any} */ (window).icons.flatMap((/** @type {any} */ icon) => {
      const [left, top] = [Math.max(0, Math.floor(icon.x)), Math.max(0, Math.floor(icon.y))];
      const [right, bottom] = [
        Math.min(line, left + Math.ceil(icon.width)),
        Math.min(lines, top + Math.ceil(icon.height)),
      ];
      if (right <= left || bottom <= top) return [];
      const behind = at(left, top);
      let best = 1;
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) best = Math.max(best, contrast(at(x, y), behind));
      return best >= 3
        ? []
        : { rule: 'iconContrast', where: icon.where, what: `${best.toFixed(2)}:1` };
    });
  }, screenshot);
}
