/**
 * An ancestor of the controls declares their language (WCAG 3.1.2), also on a page in another language.
 *
 * @type {import('../audit.mjs').Check}
 */
export function language(page, { lang, within }) {
  return page.evaluate(
    (within, lang) => {
      const { controls, where } = /** @type {any} */ (window).auditing;
      const around = (/** @type {any} */ element) => {
        for (let each = element; each; each = each.getRootNode().host) {
          const named = each.closest('[lang]');
          if (named) return named.lang;
        }
      };
      return controls(within)
        .filter((/** @type {Element} */ control) => around(control) !== lang)
        .map((/** @type {Element} */ control) => ({
          rule: 'language',
          where: where(control),
          what: `is declared as ${around(control)}`,
        }));
    },
    within,
    lang,
  );
}
