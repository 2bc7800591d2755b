import { readFileSync } from 'node:fs';
import { axe } from './checks/axe.mjs';
import { brokenWords } from './checks/broken-words.mjs';
import { clickable } from './checks/clickable.mjs';
import { covered } from './checks/covered.mjs';
import { cutOff } from './checks/cut-off.mjs';
import { focusRing } from './checks/focus-ring.mjs';
import { highlightContrast } from './checks/highlight-contrast.mjs';
import { ibm } from './checks/ibm.mjs';
import { iconContrast } from './checks/icon-contrast.mjs';
import { keys } from './checks/keys.mjs';
import { language } from './checks/language.mjs';
import { looksLikeHeading } from './checks/looks-like-heading.mjs';
import { names } from './checks/names.mjs';
import { pressed } from './checks/pressed.mjs';
import { quiet } from './checks/quiet.mjs';
import { reducedMotion } from './checks/reduced-motion.mjs';
import { reflow } from './checks/reflow.mjs';
import { sliders } from './checks/sliders.mjs';
import { targets } from './checks/targets.mjs';
import { textSpacing } from './checks/text-spacing.mjs';

/**
 * @typedef {object} Finding
 * @property {string} rule the check that found it; for engines followed by the name of their rule: `axe/button-name`
 * @property {string} where the element and its shadow hosts
 * @property {string} what
 *
 * @typedef {object} AuditOptions
 * @property {string} lang the language that the interface should be in, BCP 47
 * @property {string} within a selector of the elements to audit, with all their descendants, also in shadow roots; ` >>> ` enters one
 *
 * @typedef {(page: import('puppeteer-core').Page, options: AuditOptions) => Promise<Finding[]>} Check
 */

/**
 * The checks. Those that leave the page unchanged come first; the last ones resize it.
 *
 * @type {Record<string, Check>}
 */
export const checks = {
  axe,
  ibm,
  names,
  language,
  pressed,
  sliders,
  clickable,
  looksLikeHeading,
  targets,
  cutOff,
  brokenWords,
  covered,
  iconContrast,
  highlightContrast,
  quiet,
  keys,
  reducedMotion,
  focusRing,
  textSpacing,
  reflow,
};

/** Helpers of the checks, to be evaluated in the page. */
export const inPage = readFileSync(new URL('in-page.js', import.meta.url), 'utf8');

/**
 * Looks for accessibility faults on a page in Chromium.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {{ lang?: string, within?: string, only?: string[] }} [options] `only` names the checks to run; the default is all
 */
export async function audit(
  page,
  { lang = 'de', within = 'vorleser-player', only = Object.keys(checks) } = {},
) {
  await page.evaluate(inPage);
  /** @type {Finding[]} */
  const findings = [];
  for (const name of only) {
    findings.push(...((await checks[name]?.(page, { lang, within })) ?? []));
    if (await page.evaluate(isGone, within))
      return [...findings, { rule: name, where: within, what: 'is not visible' }];
  }
  return findings;
}

/**
 * Whether no element of a selector is visible, even after the focus is restored. No check could find anything then.
 */
function isGone(/** @type {string} */ within) {
  const { elements, seen, refocus } = /** @type {any} */ (window).auditing;
  const isThere = () => [...elements(within)].some(seen);
  if (!isThere()) refocus();
  return !isThere();
}
