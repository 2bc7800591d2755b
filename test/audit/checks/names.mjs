import { catalogue } from '../catalogue.mjs';

const ROLES = new Set(
  'button checkbox combobox dialog group link radio radiogroup region searchbox slider spinbutton switch textbox'.split(
    ' ',
  ),
);

/**
 * Every control and landmark has an accessible name, as the browser computes it, which is a text of the interface's language
 * (WCAG 4.1.2, 3.1.2).
 *
 * @type {import('../audit.mjs').Check}
 */
export async function names(page, { lang, within }) {
  const { has } = await catalogue(lang);
  /** @type {import('../audit.mjs').Finding[]} */
  const findings = [];
  const visit = async (/** @type {import('puppeteer-core').SerializedAXNode} */ node) => {
    const { role, name = '', children = [] } = node;
    if (ROLES.has(role) && !(role === 'group' && !name) && !has(name)) {
      const element = await node.elementHandle();
      const where = await element?.evaluate((/** @type {any} */ element) =>
        /** @type {any} */ (window).auditing.where(element),
      );
      findings.push({ rule: 'names', where: where ?? role, what: `${role} „${name}“` });
    }
    for (const child of children) await visit(child);
  };
  for (const root of await page.$$(within)) {
    const tree = await page.accessibility.snapshot({ root, interestingOnly: false });
    if (tree) await visit(tree);
  }
  return findings;
}
