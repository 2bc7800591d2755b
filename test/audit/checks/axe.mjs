import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe cannot tell, and who has looked. @type {Map<string, string>} */
const TRIAGED = new Map([
  ['hidden-content', 'what a state hides is audited in the state that shows it'],
]);

/**
 * All of axe that concerns WCAG 2.2 up to AAA, its experimental rules and best practices, and what it leaves out unless asked:
 * what fails, and what it cannot tell and nobody has looked at.
 *
 * @type {import('../audit.mjs').Check}
 */
export async function axe(page, { within }) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  return page.evaluate(
    async (within, triaged) => {
      const { axe } = /** @type {any} */ (window);
      const deprecated = axe._audit.rules.filter((/** @type {any} */ rule) =>
        rule.tags.some((/** @type {string} */ tag) => /deprecated|obsolete/.test(tag)),
      );
      const include = [{ fromShadowDom: within.split(' >>> ') }];
      const { violations, incomplete } = await axe.run(within === 'body' ? document : { include }, {
        runOnly: axe._audit.rules
          .filter((/** @type {any} */ rule) => !deprecated.includes(rule))
          .map((/** @type {any} */ { id }) => id),
        resultTypes: ['violations', 'incomplete'],
      });
      const untold = incomplete.filter((/** @type {any} */ { id }) => !triaged.includes(id));
      return [...violations, ...untold].flatMap((/** @type {any} */ { id, nodes }) =>
        nodes.map((/** @type {any} */ { target, failureSummary }) => ({
          rule: `axe/${id}`,
          where: target.flat().join(' > '),
          what: failureSummary,
        })),
      );
    },
    within,
    [...TRIAGED.keys()],
  );
}
