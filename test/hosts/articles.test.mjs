/** The article of a page arrives late, changes, is another one at the same address, or is in a language that the page denies. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, open, press, site } from '../e2e/site.mjs';
import { servePages } from './pages.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const PLAY = 'vorleser-play-button';

/** @type {Awaited<ReturnType<typeof servePages>>} */
let pages;
before(async () => void (pages = await servePages()));
after(() => {
  site.close();
  pages.close();
});

const player = (/** @type {Page} */ page, /** @type {string} */ property) =>
  page.$eval(
    'vorleser-player',
    (player, property) => /** @type {any} */ (player)[property],
    property,
  );

const sentence = (/** @type {Page} */ page) =>
  page.$eval('vorleser-player', (player) => /** @type {any} */ (player).activeCue?.text ?? null);

/** The name of the play button. */
const label = (/** @type {Page} */ page) =>
  page.$eval(`vorleser-player >>> ${PLAY} >>> button`, (button) => button.textContent?.trim());

/** How long the article takes, as the idle player shows it; empty while that is not known. */
const time = (/** @type {Page} */ page) =>
  page.$eval(
    'vorleser-player',
    ({ shadowRoot }) => shadowRoot?.querySelector('[part=time]')?.textContent.trim() ?? '',
  );

const untilLabel = (/** @type {Page} */ page, /** @type {string} */ expected) =>
  until(async () => (await label(page)) === expected, `„${expected}“`);

async function until(/** @type {() => Promise<unknown>} */ isTrue, what = '') {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`It did not happen: ${what}`);
}

/** Listens to the third sentence, so that its place is kept. */
async function listen(/** @type {Page} */ page) {
  await press(page, PLAY);
  await until(() => sentence(page), 'a sentence is heard');
  await page.$eval('vorleser-player', (player) => /** @type {any} */ (player).seekToCue(2));
  await until(async () => (await sentence(page))?.startsWith('Mauersegler jagen'), 'the seek');
  await press(page, PLAY);
}

for (const browserName of browserNames)
  describe(browserName, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => void (browser = await launch(browserName)));
    after(() => browser.close());
    const visit = async (/** @type {string} */ path) =>
      (await open(browser, `${pages.address}${path}`)).page;

    test('a place is kept for the text, not for the address', async () => {
      const page = await visit('daily.html');
      await listen(page);
      await page.goto(`${pages.address}daily.html?fbclid=2`);
      await page.waitForSelector(`vorleser-player >>> ${PLAY}`, { visible: true });
      await new Promise((resolve) => setTimeout(resolve, 700));
      assert.equal(await label(page), 'Artikel anhören');
      await page.goto(`${pages.address}daily.html`);
      await untilLabel(page, 'Weiter anhören');
      await page.close();
    });

    test('a route in the fragment is another article', async () => {
      const page = await visit('hash-router.html');
      await listen(page);
      await page.evaluate(() => (location.hash = '#/bees'));
      await until(() => page.$eval('h1', ({ textContent }) => textContent?.includes('Bienen')));
      await new Promise((resolve) => setTimeout(resolve, 700));
      assert.equal(await label(page), 'Artikel anhören');
      await press(page, PLAY);
      await until(
        async () => (await sentence(page)) === 'Was Bienen im Winter tun',
        'the new text',
      );
      await page.evaluate(() => (location.hash = ''));
      await untilLabel(page, 'Weiter anhören');
      await page.close();
    });

    test('a late article is noticed without a press', async () => {
      const page = await visit('late.html');
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await time(page), '');
      await page.evaluate(() => dispatchEvent(new Event('arrive')));
      await until(async () => /^etwa/.test(await time(page)), 'the time');
      await page.close();
    });

    test('the text of a page without landmarks is found once the pointer comes near, and not before', async () => {
      const page = await visit('teasers.html');
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await time(page), '');
      await page.hover('vorleser-player');
      await until(async () => /^etwa/.test(await time(page)), 'the time');
      await press(page, PLAY);
      await until(() => sentence(page), 'a sentence is heard');
      const cues = await page.$eval('vorleser-player', (player) =>
        /** @type {any} */ (player).cues.map((/** @type {any} */ { text }) => text),
      );
      assert.equal(cues[0], 'Warum Mauersegler im Flug schlafen');
      assert.equal(cues.at(-1), 'Sie fressen, trinken und schlafen im Flug.');
      await page.close();
    });

    test('a change of `for` stops the old article and offers the new one', async () => {
      const page = await visit('two.html');
      await press(page, PLAY);
      await until(() => sentence(page), 'a sentence is heard');
      await page.$eval('vorleser-player', (player) => player.setAttribute('for', '#bees'));
      assert.equal(await player(page, 'paused'), true);
      assert.equal(await label(page), 'Artikel anhören');
      await press(page, PLAY);
      await until(
        async () => (await sentence(page)) === 'Was Bienen im Winter tun',
        'the new text',
      );
      await page.close();
    });

    test('German text in an English template is read by a German voice, and the console says so', async () => {
      const page = await visit('english-template.html');
      /** @type {string[]} */
      const said = [];
      page.on('console', (message) => said.push(message.text()));
      await press(page, PLAY);
      await until(() => sentence(page), 'a sentence is heard');
      assert.equal(await player(page, 'engine'), 'embedded');
      assert.equal(
        await page.$eval('vorleser-player', (player) => /** @type {any} */ (player).activeCue.lang),
        'de',
      );
      assert.equal(said.filter((text) => text.includes('lang="en-US"')).length, 1, said.join());
      await page.close();
    });
  });
