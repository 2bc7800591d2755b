import { screenshot } from '../screenshot.mjs';

/** Graphics that convey information. Disabled controls are exempt. */
const DRAWN = 'svg, [part~=track], [part~=thumb]';

/**
 * Icons and the parts of a slider have a contrast of 3:1 to their background (WCAG 1.4.11), by the pixels. No engine checks that.
 *
 * @type {import('../audit.mjs').Check}
 */
export async function iconContrast(page, { within }) {
  const { count, scrolled } = await page.evaluate(
    async (within, drawn) => {
      const { elements, seen, settled, where } = /** @type {any} */ (window).auditing;
      const find = () =>
        [...elements(within)].filter(
          (element) =>
            element.matches(drawn) &&
            seen(element) &&
            element.getBoundingClientRect().height > 1 &&
            !element.closest('[aria-disabled=true], :disabled'),
        );
      const scrolled = scrollY;
      find()[0]?.scrollIntoView({ block: 'center', behavior: 'instant' });
      if (scrollY !== scrolled) await settled();
      const icons = find();
      /** @type {any} */ (window).icons = icons.map((icon) => {
        const { x, y, width, height } = icon.getBoundingClientRect();
        const around = { x: x - 3, y: y - 3, width: width + 6, height: height + 6 };
        return { where: where(icon.closest('button') ?? icon), ...around };
      });
      return { count: icons.length, scrolled };
    },
    within,
    DRAWN,
  );
  if (count === 0) return [];
  const picture = await screenshot(page);
  return page.evaluate(
    async (base64, scrolled) => {
      scrollTo({ top: scrolled, behavior: 'instant' });
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
    },
    picture,
    scrolled,
  );
}
