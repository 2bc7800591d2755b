import { screenshot } from '../screenshot.mjs';

/**
 * The focus is visible: at least as many pixels as in a 2 px outline of the control change by 3:1 or more (WCAG 2.4.7, 2.4.13).
 *
 * @type {import('../audit.mjs').Check}
 */
export async function focusRing(page, { within }) {
  const { count, scrolled } = await page.evaluate((within) => {
    // Blur one control before focusing the next: focus events between two controls of a shadow root stay inside it.
    /** @type {any} */ (document.activeElement)?.blur?.();
    const { controls } = /** @type {any} */ (window).auditing;
    const ringed = controls(within);
    Object.assign(window, { ringed });
    return { count: ringed.length, scrolled: scrollY };
  }, within);
  // Browsers show the focus ring to keyboard users only. The Tab key would leave the page from its last control.
  await page.keyboard.press('F13');
  /** @type {import('../audit.mjs').Finding[]} */
  const findings = [];
  for (let index = 0; index < count; index++) {
    const clip = await page.evaluate(async (index) => {
      const control = /** @type {any} */ (window).ringed[index];
      control.focus();
      control.scrollIntoView({ block: 'center', behavior: 'instant' });
      control.blur();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const { x, y, width, height } = control.getBoundingClientRect();
      const [left, top] = [Math.max(0, x - 8), Math.max(0, y - 8)];
      return {
        x: left,
        y: top + scrollY,
        width: x + width + 8 - left,
        height: y + height + 8 - top,
      };
    }, index);
    const without = await screenshot(page, clip);
    await page.evaluate((index) => {
      /** @type {any} */ (window).ringed[index].focus();
      return new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    }, index);
    const withFocus = await screenshot(page, clip);
    findings.push(
      ...(await page.evaluate(
        async (index, one, other) => {
          const { contrast, pixels, where } = /** @type {any} */ (window).auditing;
          const control = /** @type {any} */ (window).ringed[index];
          control.blur();
          const [before, after] = [await pixels(one), await pixels(other)];
          const colourAt = (/** @type {any} */ { data }, /** @type {number} */ pixel) =>
            data.subarray(4 * pixel, 4 * pixel + 3);
          const old = new Uint32Array(before.data.buffer);
          const now = new Uint32Array(after.data.buffer);
          // Computing the contrast of every pixel would take long, and most do not change.
          const changed = old.filter(
            (colour, pixel) =>
              colour !== now[pixel] &&
              contrast(colourAt(before, pixel), colourAt(after, pixel)) >= 3,
          ).length;
          const { width, height } = control.getBoundingClientRect();
          const needed = 4 * (width + height) - 16;
          return changed >= needed
            ? []
            : [
                {
                  rule: 'focusRing',
                  where: where(control),
                  what: `${changed} of ${Math.round(needed)} pixels change`,
                },
              ];
        },
        index,
        without,
        withFocus,
      )),
    );
  }
  await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), scrolled);
  return findings;
}
