import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * All of axe that concerns WCAG 2.2 up to AAA, its experimental rules and best practices, and what it leaves out unless asked.
 *
 * @type {import('../audit.mjs').Check}
 */
export async function axe(page, { within }) {
  await page.evaluate(`window.axe || (() => { ${source} })()`);
  return page.evaluate(async (within) => {
    const { axe } = /** @type {any} */ (window);
    const deprecated = axe._audit.rules.filter((/** @type {any} */ rule) =>
      rule.tags.some((/** @type {string} */ tag) => /deprecated|obsolete/.test(tag)),
    );
    const { violations } = await axe.run(within === 'body' ? document : { include: [[within]] }, {
      runOnly: axe._audit.rules
        .filter((/** @type {any} */ rule) => !deprecated.includes(rule))
        .map((/** @type {any} */ { id }) => id),
      resultTypes: ['violations'],
    });
    return violations.flatMap((/** @type {any} */ { id, nodes }) =>
      nodes.map((/** @type {any} */ { target, failureSummary }) => ({
        rule: `axe/${id}`,
        where: target.flat().join(' > '),
        what: failureSummary,
      })),
    );
  }, within);
}
