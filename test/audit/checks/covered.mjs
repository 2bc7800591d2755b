/**
 * Nothing covers a control that has been scrolled into view (WCAG 2.4.11, 2.4.12), unless it gives way at once.
 *
 * @type {import('../audit.mjs').Check}
 */
export function covered(page, { within }) {
  return page.evaluate(async (within) => {
    const { controls, seen, settled, where } = /** @type {any} */ (window).auditing;
    const top = (/** @type {number} */ x, /** @type {number} */ y) => {
      let element = document.elementFromPoint(x, y);
      for (let inner; (inner = element?.shadowRoot?.elementFromPoint(x, y)) && inner !== element;)
        element = inner;
      return element;
    };
    /** The element that covers a control, if any. None does if the control has left the page with an overlay that gave way. */
    const over = (/** @type {Element} */ control) => {
      if (!control.isConnected || !seen(control)) return [];
      const { left, top: edge, width, height } = control.getBoundingClientRect();
      const hit = top(left + width / 2, edge + height / 2);
      return hit && (control.contains(hit) || hit.contains(control)) ? [] : [hit];
    };
    const { scrollY } = window;
    const found = [];
    for (const control of controls(within)) {
      control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      if (over(control).length > 0) await settled();
      for (const hit of over(control))
        found.push({
          rule: 'covered',
          where: where(control),
          what: `is covered by ${hit && where(hit)}`,
        });
    }
    scrollTo({ top: scrollY, behavior: 'instant' });
    return found;
  }, within);
}
