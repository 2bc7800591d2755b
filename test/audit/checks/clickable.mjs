const ROLES = 'button, a[href], input, select, textarea, summary, label, option, [role]';

/**
 * What takes clicks is a control for the keyboard and screen readers, too (WCAG 2.1.1, 4.1.2). axe does not see `<div onclick>`.
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
            what: 'is clicked, and is no control',
          };
        return control.tabIndex >= 0 || control.matches('label, option')
          ? []
          : { rule: 'clickable', where: where(element), what: 'no key reaches it' };
      });
    },
    within,
    ROLES,
  );
}
