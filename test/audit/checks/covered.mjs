/**
 * Nothing lies over a control that has been scrolled into view (WCAG 2.4.11, 2.4.12).
 *
 * @type {import('../audit.mjs').Check}
 */
export function covered(page, { within }) {
  return page.evaluate((within) => {
    const { controls, where } = /** @type {any} */ (window).auditing;
    const top = (/** @type {number} */ x, /** @type {number} */ y) => {
      let element = document.elementFromPoint(x, y);
      for (let inner; (inner = element?.shadowRoot?.elementFromPoint(x, y)) && inner !== element;)
        element = inner;
      return element;
    };
    const found = controls(within).flatMap((/** @type {Element} */ control) => {
      control.scrollIntoView({ block: 'nearest', behavior: 'instant' });
      const { left, top: edge, width, height } = control.getBoundingClientRect();
      const hit = top(left + width / 2, edge + height / 2);
      return hit && (control.contains(hit) || hit.contains(control))
        ? []
        : { rule: 'covered', where: where(control), what: `under ${hit && where(hit)}` };
    });
    scrollTo({ top: 0, behavior: 'instant' });
    return found;
  }, within);
}
