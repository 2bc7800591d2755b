/** The page's own style sheet reaches every part that the reference lists. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { browserNames, launch, open, site } from './site.mjs';
import { appear, ask, speak } from './states.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

after(() => site.close());

/** The player, and the elements in it whose parts it passes on by the same names. */
const TAGS = [
  'vorleser-player',
  'vorleser-settings',
  'vorleser-mini-bar',
  'vorleser-more-button',
  'vorleser-key-list',
  'vorleser-listen-button',
];

/** The parts that a page can style, from custom-elements.json. */
function documented() {
  const file = new URL('../../custom-elements.json', import.meta.url);
  /** @type {import('custom-elements-manifest/schema').Package} */
  const { modules } = JSON.parse(readFileSync(file, 'utf8'));
  const declarations =
    /** @type {import('../../build/reference/manifest-plugin.mjs').Declaration[]} */ (
      modules.flatMap(({ declarations = [] }) => declarations)
    );
  const parts = declarations
    .filter(({ tagName = '' }) => TAGS.includes(tagName))
    .flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
  return [...new Set(parts)];
}

/** Gives every part a custom property by which it can be found. */
function dress(/** @type {Page} */ page, /** @type {string[]} */ parts) {
  return page.evaluate((parts) => {
    const sheet = new CSSStyleSheet();
    for (const part of parts)
      sheet.insertRule(`vorleser-player::part(${part}) { --dressed-${part}: yes }`);
    document.adoptedStyleSheets.push(sheet);
  }, parts);
}

/** The parts that the page's rules currently reach. */
function reached(/** @type {Page} */ page, /** @type {string[]} */ parts) {
  return page.evaluate((parts) => {
    /** @type {(root: ShadowRoot) => Element[]} */
    const below = (root) =>
      [...root.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot ? below(element.shadowRoot) : []),
      ]);
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    const styles = below(player.shadowRoot).map((element) => getComputedStyle(element));
    return parts.filter((part) =>
      styles.some((style) => style.getPropertyValue(`--dressed-${part}`)),
    );
  }, parts);
}

/** Presses a button by the keyboard: the page scrolls while it is read, so a click could miss. */
async function press(/** @type {Page} */ page, /** @type {string} */ control) {
  await (await appear(page, `${control} >>> button`))?.press('Enter');
}

/** Selects an option of the settings by its text. */
async function choose(/** @type {Page} */ page, /** @type {string} */ option) {
  await page.evaluate((option) => {
    const root = (/** @type {any} */ element, /** @type {string} */ selector) =>
      element.shadowRoot.querySelector(selector);
    const more = root(document.querySelector('vorleser-player'), 'vorleser-more-button');
    const panel = root(root(more, 'vorleser-settings-button'), 'vorleser-settings').shadowRoot;
    for (const select of panel.querySelectorAll('select')) {
      const index = [...select.options].findIndex(({ text }) => text.trim() === option);
      if (index < 0) continue;
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }, option);
}

/** The actions of a listener that show every part of the player, one after another. */
const steps = /** @type {((page: Page) => Promise<unknown>)[]} */ ([
  (page) => appear(page, 'vorleser-play-button >>> button'),
  ask,
  async function reading(page) {
    await page.keyboard.press('Escape');
    await page.waitForSelector('vorleser-player >>> vorleser-consent', { hidden: true });
    await speak(page);
    await (await appear(page, 'vorleser-timeline >>> input'))?.hover();
    await page.mouse.down();
    await page.mouse.move(500, 100);
    await appear(page, 'vorleser-timeline >>> .preview');
  },
  async function more(page) {
    await page.mouse.up();
    await page.waitForFunction(
      () =>
        /** @type {any} */ (document.querySelector('vorleser-player')).activeCue &&
        !document
          .querySelector('vorleser-player')
          ?.shadowRoot?.querySelector('vorleser-timeline')
          ?.shadowRoot?.querySelector('.preview'),
      { timeout: 20_000 },
    );
    await press(page, 'vorleser-more-button');
    await appear(page, 'vorleser-sleep-select >>> select');
    await (await appear(page, 'vorleser-more-button >>> .arrange'))?.press('Enter');
    await appear(page, 'vorleser-more-button >>> .pin');
  },
  async function settings(page) {
    await press(page, 'vorleser-settings-button');
    await appear(page, 'vorleser-settings >>> fieldset');
    await choose(page, 'nur das Wort');
    await choose(page, '30 Minuten');
    await appear(page, 'vorleser-settings >>> .hint');
    await appear(page, 'vorleser-settings >>> vorleser-voice-select >>> select');
    await appear(page, 'vorleser-sleep >>> svg');
  },
  async function keys(page) {
    await (await appear(page, 'vorleser-play-button >>> button'))?.focus();
    await page.keyboard.type('?');
    await appear(page, 'vorleser-key-list >>> dialog');
  },
  async function away(page) {
    await press(page, 'vorleser-key-list');
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: () => Promise.reject(new Error('refused')) },
      });
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      player.seekToCue(player.cues.length - 3);
    });
    const link = 'vorleser-mini-bar >>> vorleser-link-button';
    await press(page, 'vorleser-mini-bar >>> vorleser-more-button');
    await appear(page, `${link} >>> button[aria-disabled=false]`);
    await press(page, link);
    await appear(page, `${link} >>> input`);
  },
  async function selected(page) {
    await page.evaluate(() => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      getSelection()?.empty();
      getSelection()?.addRange(player.activeCue.range);
    });
    await appear(page, 'vorleser-listen-button >>> button');
  },
  async function kept(page) {
    await page.reload();
    await dress(page, documented());
    await appear(page, 'vorleser-start-over-button >>> button');
  },
]);

for (const name of browserNames) {
  test(`a page’s style rules reach every part in ${name}`, { timeout: 120_000 }, async () => {
    const browser = await launch(name);
    const parts = documented();
    assert.ok(parts.length > 40, `${parts.length} parts`);
    try {
      const { page } = await open(browser, site.page);
      await page.setViewport({ width: 1000, height: 400 });
      await dress(page, parts);
      const found = new Set();
      for (const step of steps) {
        await step(page);
        for (const part of await reached(page, parts)) found.add(part);
      }
      assert.deepEqual(
        parts.filter((part) => !found.has(part)),
        [],
      );
    } finally {
      await browser.close();
    }
  });
}
