import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds on a page: the rule, and the elements that it is about.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {object} [options] of `axe.run`
 * @returns {Promise<string[]>}
 */
export async function axeViolations(page, options = {}) {
  await page.evaluate(source);
  return page.evaluate(async (options) => {
    const { violations } = await /** @type {any} */ (window).axe.run(document, options);
    return violations.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes.map((/** @type {any} */ { html }) => html)}`,
    );
  }, options);
}
