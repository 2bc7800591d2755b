/**
 * The focus is seen: at least as many pixels as a line of 2 around the control change by 3:1 or more (WCAG 2.4.7, 2.4.13).
 *
 * @type {import('../audit.mjs').Check}
 */
export async function focusRing(page, { within }) {
  const count = await page.evaluate((within) => {
    // The focus leaves one control before the next has it: what goes from one to the other in a shadow root stays in there.
    /** @type {any} */ (document.activeElement)?.blur?.();
    const { controls } = /** @type {any} */ (window).auditing;
    /** @type {any} */ (window).ringed = controls(within);
    return /** @type {any} */ (window).ringed.length;
  }, within);
  // Only whoever uses keys is shown where the focus is. The tab key would lead out of the page from its last control.
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
    const shoot = () => page.screenshot({ clip, encoding: 'base64' });
    const without = await shoot();
    await page.evaluate((index) => /** @type {any} */ (window).ringed[index].focus(), index);
    const withFocus = await shoot();
    findings.push(
      ...(await page.evaluate(
        async (index, one, other) => {
          const { contrast, pixels, where } = /** @type {any} */ (window).auditing;
          const control = /** @type {any} */ (window).ringed[index];
          control.blur();
          const [before, after] = [await pixels(one), await pixels(other)];
          let changed = 0;
          for (let at = 0; at < before.data.length; at += 4) {
            const colours = [before, after].map(({ data }) => data.subarray(at, at + 3));
            if (contrast(...colours) >= 3) changed++;
          }
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
  return findings;
}
