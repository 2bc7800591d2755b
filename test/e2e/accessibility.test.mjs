/**
 * Runs the audit of test/audit/ in each state of the player: for readers who enlarge the page or choose other colours, who use
 * a keyboard or a screen reader, in each language of the interface and in both writing directions. Compares the accessibility
 * tree of Chromium in each state with test/fixtures/accessibility-tree.txt.
 *
 * Each state is entered once and then audited in all colours and languages.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { audit, checks } from '../audit/audit.mjs';
import { treeLines } from './accessibility-tree.mjs';
import { compareWithFixture, keepOutput } from './fixture.mjs';
import { launch, site } from './site.mjs';
import { inState, KEY_LIST, lookedAt, states } from './states.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const allBut = (/** @type {string[]} */ ...left) =>
  Object.keys(checks).filter((name) => !left.includes(name));

/** All checks but the one that takes screenshots of every control. */
const QUICK = allBut('focusRing');

/** The checks that the language of the interface can affect: not those of colours, motion and keys. */
const WORDS = allBut(
  'iconContrast',
  'highlightContrast',
  'focusRing',
  'quiet',
  'keys',
  'reducedMotion',
);

/** States whose controls are also shown in another state, where their focus rings are checked. */
const ALIKE = ['voice tried out', 'settings forgotten', 'timer set', 'jump to take back'];

/** Colour preferences of readers. @type {Record<string, Record<string, string>>} */
const COLOURS = {
  'dark colours': { 'prefers-color-scheme': 'dark' },
  'forced colours': { 'forced-colors': 'active' },
};

/** More colour preferences, audited in some states. @type {typeof COLOURS} */
const MORE_COLOURS = {
  'forced dark colours': { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
  'more contrast': { 'prefers-contrast': 'more' },
  'more contrast in dark colours': { 'prefers-contrast': 'more', 'prefers-color-scheme': 'dark' },
};
const MORE_COLOURED = ['idle', 'speaking', 'question', 'settings', 'mini bar', 'key list'];

/** The checks that colours can affect in a state. */
function colourChecks(/** @type {string} */ state, /** @type {string} */ colours) {
  const only = new Set(['axe', 'ibm', 'iconContrast', 'focusRing', 'highlightContrast']);
  if (ALIKE.includes(state)) only.delete('focusRing');
  // Computed styles do not show what is painted in forced colours; highlight.test.mjs checks the pixels.
  if (colours.startsWith('forced')) only.delete('highlightContrast');
  return [...only];
}

/** States whose controls have a layout of their own. */
const RIGHT_TO_LEFT = [
  'idle',
  'speaking',
  'question',
  'settings',
  'mini bar',
  'link copied',
  'link refused',
  'key list',
  'text selected',
];

/** The checks that the writing direction can affect. */
const LAYOUT = [
  'axe',
  'names',
  'sliders',
  'targets',
  'cutOff',
  'brokenWords',
  'covered',
  'textSpacing',
  'reflow',
];

/** How long a state lasts, in milliseconds: while the article is read, or until the player gives up waiting for a voice. */
const LASTS = 40_000;
const LASTS_WHILE_WAITING = 6000;
const WAITING = ['loading', 'voice tried out'];

/** Runs in the page, before its own scripts: sets its direction to right-to-left and adds a paragraph in Arabic. */
function writeFromRightToLeft() {
  addEventListener('DOMContentLoaded', () => {
    document.documentElement.dir = 'rtl';
    document
      .querySelector('article p')
      ?.insertAdjacentHTML('afterend', '<p lang="ar">زار الرئيس كوريا الشمالية يوم الأربعاء.</p>');
  });
}

/** The accessibility tree of the player, or of the list of keys while it is open, as lines. */
async function accessibilityTree(/** @type {Page} */ page) {
  const root = (await page.$(`${KEY_LIST} >>> dialog`)) ?? (await page.$('vorleser-player'));
  return treeLines(await page.accessibility.snapshot({ root: root ?? undefined }));
}

/** Changes the language of the interface, and waits until all of it is in that language. */
async function translate(
  /** @type {Page} */ page,
  /** @type {string} */ lang,
  /** @type {string} */ within,
) {
  await page.$eval('vorleser-player', (player, lang) => player.setAttribute('lang', lang), lang);
  const only = ['names', 'language'];
  for (const end = Date.now() + 5000; Date.now() < end;)
    if ((await audit(page, { lang, within, only })).length === 0) return;
}

/**
 * Audits a page with each of some colour preferences.
 *
 * @returns {Promise<object[]>} the findings
 */
async function auditColours(
  /** @type {Page} */ page,
  /** @type {string} */ state,
  /** @type {typeof COLOURS} */ all,
) {
  const within = lookedAt[state] ?? 'body';
  const session = await page.createCDPSession();
  const found = [];
  for (const [colours, media] of Object.entries(all)) {
    const features = Object.entries(media).map(([name, value]) => ({ name, value }));
    await session.send('Emulation.setEmulatedMedia', { features });
    const only = colourChecks(state, colours);
    found.push(...(await audit(page, { within, only })).map((each) => ({ colours, ...each })));
  }
  await session.send('Emulation.setEmulatedMedia', { features: [] });
  await session.detach();
  return found;
}

describe('the audit finds nothing', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** The accessibility trees of all states, as lines. @type {string[]} */
  const trees = [];
  before(async () => {
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  for (const state of Object.keys(states)) {
    describe(`in the state “${state}”`, () => {
      /** @type {Page | undefined} */
      let page;
      let entered = 0;
      const lasts = WAITING.includes(state) ? LASTS_WHILE_WAITING : LASTS;

      /** Returns a page in the state, which is a new page if the state may have ended. */
      const enter = async () => {
        if (page && Date.now() - entered < lasts) return page;
        await page?.browserContext().close();
        page = await inState(browser, site.page, state);
        entered = Date.now();
        return page;
      };
      after(() => page?.browserContext().close());

      test(`on the article page, ${state}`, { timeout: 60_000 }, async () => {
        const only = ALIKE.includes(state) ? QUICK : Object.keys(checks);
        const within = lookedAt[state] ?? 'body';
        const page = await enter();
        trees.push(`# ${state}`, ...(await accessibilityTree(page)), '');
        assert.deepEqual(await audit(page, { within, only }), []);
      });

      test(`in other colours, ${state}`, { timeout: 90_000 }, async () => {
        const more = MORE_COLOURED.includes(state) ? MORE_COLOURS : {};
        assert.deepEqual(await auditColours(await enter(), state, { ...COLOURS, ...more }), []);
      });

      test(`in English, French and Italian, ${state}`, { timeout: 60_000 }, async () => {
        const page = await enter();
        const within = lookedAt[state] ?? 'vorleser-player';
        /** @type {object[]} */
        const found = [];
        for (const lang of ['en', 'fr', 'it']) {
          await translate(page, lang, within);
          const options = { lang, within, only: WORDS };
          found.push(...(await audit(page, options)).map((each) => ({ lang, ...each })));
        }
        assert.deepEqual(found, []);
      });
    });
  }

  test('in Chromium’s accessibility tree, all states', () => {
    keepOutput('accessibility-tree.txt', trees);
    compareWithFixture('accessibility-tree.txt', trees);
  });

  for (const state of ['idle', 'speaking']) {
    test(`on a foreign page, ${state}`, { timeout: 60_000 }, async () => {
      const page = await inState(browser, site.guest, state);
      assert.deepEqual(await audit(page), []);
      await page.browserContext().close();
    });
  }

  for (const state of RIGHT_TO_LEFT) {
    test(`on a right-to-left page, ${state}`, { timeout: 60_000 }, async () => {
      const page = await inState(browser, site.page, state, { before: writeFromRightToLeft });
      const within = lookedAt[state] ?? 'body';
      assert.deepEqual(await audit(page, { within, only: LAYOUT }), []);
      await page.browserContext().close();
    });
  }
});
