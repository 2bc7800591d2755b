/**
 * Targets have at least 44 by 44 CSS pixels (WCAG 2.5.5). Links in running text are exempt; a label is part of its control.
 *
 * @type {import('../audit.mjs').Check}
 */
export function targets(page, { within }) {
  return page.evaluate((within) => {
    const { controls, where } = /** @type {any} */ (window).auditing;
    return controls(within).flatMap((/** @type {Element} */ control) => {
      if (control.matches('p a, li a')) return [];
      const [own, label] = [
        control,
        /** @type {HTMLInputElement} */ (control).labels?.[0] ?? control,
      ].map((each) => each.getBoundingClientRect());
      const width = Math.max(own?.width ?? 0, label?.width ?? 0);
      const height = Math.max(own?.height ?? 0, label?.height ?? 0);
      return Math.round(width) >= 44 && Math.round(height) >= 44
        ? []
        : { rule: 'targets', where: where(control), what: `${width} by ${height} pixels` };
    });
  }, within);
}
