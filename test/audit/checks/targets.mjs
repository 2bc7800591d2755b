/**
 * Targets of 44 by 44 CSS pixels (WCAG 2.5.5). Links in running text are exempt; a label is part of its control.
 *
 * @type {import('../audit.mjs').Check}
 */
export function targets(page, { within }) {
  return page.evaluate((within) => {
    const { controls, where } = /** @type {any} */ (window).auditing;
    return controls(within).flatMap((/** @type {Element} */ control) => {
      if (control.matches('p a, li a')) return [];
      const label = /** @type {HTMLInputElement} */ (control).labels?.[0] ?? control;
      const [width, height] = /** @type {const} */ (['width', 'height']).map((side) =>
        Math.max(control.getBoundingClientRect()[side], label.getBoundingClientRect()[side]),
      );
      return Math.round(width) >= 44 && Math.round(height) >= 44
        ? []
        : { rule: 'targets', where: where(control), what: `${width} by ${height} pixels` };
    });
  }, within);
}
