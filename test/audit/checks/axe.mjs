import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules that axe cannot decide, and why they need no finding. @type {Map<string, string>} */
const TRIAGED = new Map([
  ['hidden-content', 'what a state hides is audited in the state that shows it'],
]);

/**
 * All rules of axe for WCAG 2.2 up to AAA, its experimental ones, best practices, and those that are off by default:
 * reports failures, and what axe cannot decide unless it was reviewed.
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
      const undecided = incomplete.filter((/** @type {any} */ { id }) => !triaged.includes(id));
      return [...violations, ...undecided].flatMap((/** @type {any} */ { id, nodes }) =>
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
