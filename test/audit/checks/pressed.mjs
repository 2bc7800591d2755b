import { catalogue } from '../catalogue.mjs';

/** The texts of buttons whose name changes with their action. */
const CHANGING = ['play', 'pause', 'resume', 'mute', 'unmute'];

/**
 * A button conveys its state once: by a name that changes, or by `aria-pressed` (WCAG 4.1.2).
 *
 * @type {import('../audit.mjs').Check}
 */
export async function pressed(page, { lang, within }) {
  const { messages } = await catalogue(lang);
  const changing = CHANGING.map((key) => messages[key]);
  return page.evaluate(
    (within, changing) => {
      const { elements, where } = /** @type {any} */ (window).auditing;
      return [...elements(within)]
        .filter((element) => element.hasAttribute('aria-pressed'))
        .filter((element) => changing.includes(element.ariaLabel ?? element.textContent.trim()))
        .map((element) => ({
          rule: 'pressed',
          where: where(element),
          what: `„${element.ariaLabel ?? element.textContent.trim()}“ has aria-pressed=${element.ariaPressed}`,
        }));
    },
    within,
    changing,
  );
}
