const ROLES = 'button, a[href], input, select, textarea, summary, label, option, [role]';

/**
 * An element that handles clicks is also a control for keyboards and screen readers (WCAG 2.1.1, 4.1.2).
 * axe misses `<div onclick>`.
 *
 * @type {import('../audit.mjs').Check}
 */
export function clickable(page, { within }) {
  return page.evaluate(
    (within, roles) => {
      const { elements, seen, where } = /** @type {any} */ (window).auditing;
      return [...elements(within)].flatMap((element) => {
        if (!element.hasAttribute('onclick') && getComputedStyle(element).cursor !== 'pointer')
          return [];
        const control = element.closest(roles);
        if (!seen(element) || element.getRootNode().host?.closest(roles)) return [];
        if (!control)
          return {
            rule: 'clickable',
            where: where(element),
            what: 'handles clicks, but is no control',
          };
        return control.tabIndex >= 0 || control.matches('label, option')
          ? []
          : { rule: 'clickable', where: where(element), what: 'cannot be reached by keyboard' };
      });
    },
    within,
    ROLES,
  );
}
