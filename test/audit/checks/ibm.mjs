import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(
  createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);

/** What the engine only suspects, and why it is no fault here. */
const TRIAGED = new Map([
  [
    'aria_content_in_landmark',
    'it does not see the role that a player sets by ElementInternals; `names` does',
  ],
  [
    'style_color_misuse',
    'it asks for a review of every style sheet with colours; contrast and lines are checked by pixels',
  ],
  [
    'style_highcontrast_visible',
    'it asks for a review of every style sheet; forced colours have checks of their own',
  ],
  ['input_label_visible', 'icons are buttons’ visible labels, with a tooltip of the same name'],
  ['text_sensory_misuse', '“about 3 minutes left” is a time'],
]);

/**
 * IBM's engine: reports failures, and what it suspects unless that was reviewed.
 *
 * @type {import('../audit.mjs').Check}
 */
export async function ibm(page, { within }) {
  const script = `(() => { ${source}; window.ace = ace; })()`;
  if (!(await page.evaluate(() => 'ace' in window))) await page.evaluate(script);
  const found = await page.evaluate(async (within) => {
    const { ace, auditing } = /** @type {any} */ (window);
    const { results } = await new ace.Checker().check(document, ['WCAG_2_2']);
    const audited = new Set(auditing.elements(within));
    return results
      .filter(
        (/** @type {any} */ { value, node }) =>
          value[1] !== 'PASS' && (within === 'body' || audited.has(node)),
      )
      .map((/** @type {any} */ { ruleId, reasonId, message, node, value }) => ({
        rule: `ibm/${ruleId}`,
        where: node instanceof Element ? auditing.where(node) : 'document',
        what: `${value.join(' ')} ${reasonId}: ${message}`,
      }));
  }, within);
  return found.filter(
    (/** @type {import('../audit.mjs').Finding} */ { rule }) => !TRIAGED.has(rule.slice(4)),
  );
}
