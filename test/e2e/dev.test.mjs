/** The development server, which serves the player from src/ without a build. */
import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { startDevServer } from '../rig/dev-server.mjs';
import { launch, open, playerEvent, press, site, writeDown } from './site.mjs';

/** The name of a button in the settings panel, by language. */
const FORGET = {
  en: 'Forget my settings',
  fr: 'Effacer mes réglages',
  it: 'Cancella le mie impostazioni',
  de: 'Meine Einstellungen vergessen',
};

/** Lit's warning that its development build is in use, which is expected here. */
const LIT_IN_DEVELOPMENT = /^console: Lit is in dev mode/;

describe('the development server', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startDevServer>>} */
  let server;
  before(async () => {
    browser = await launch('chromium');
    server = await startDevServer();
  });
  after(async () => {
    await browser.close();
    await server.close();
    site.close();
  });

  /** Opens a page and waits until its player shows its controls. */
  async function openPlayer(/** @type {string} */ name) {
    const { page, problems } = await open(browser, server.address + name);
    await page.waitForSelector('body >>> vorleser-play-button >>> button', { visible: true });
    return { page, problems: () => problems.filter((text) => !LIT_IN_DEVELOPMENT.test(text)) };
  }

  test('delivers the article as HTML', async () => {
    const html = await (await fetch(server.address, { headers: { Accept: 'text/html' } })).text();
    assert.match(html, /<title>Putin nimmt Einladung nach Nordkorea an<\/title>/);
    assert.match(html, /<h1[^>]*>Putin nimmt Einladung nach Nordkorea an<\/h1>/);
    assert.match(html, /<script type="application\/ld\+json">/);
  });

  test('serves a player that reads with the embedded voice', async () => {
    const { page, problems } = await openPlayer('');
    await page.$eval('vorleser-player', (player) => player.setAttribute('engines', 'embedded'));
    await writeDown(page);
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    await playerEvent(page, 'boundary');
    // A second sentence shows that the worker still runs and that the page was not reloaded.
    await press(page, 'vorleser-skip-button[direction="next"]');
    await playerEvent(page, 'seeked');
    assert.deepEqual(problems(), []);
    await page.close();
  });

  test('loads the settings panel in every language of the interface', async () => {
    const { page, problems } = await openPlayer('');
    await press(page, 'vorleser-settings-button');
    const panel = 'vorleser-player >>> vorleser-settings';
    for (const [lang, name] of Object.entries(FORGET)) {
      await page.$eval(
        'vorleser-player',
        (player, lang) => player.setAttribute('lang', lang),
        lang,
      );
      await page.waitForSelector(`${panel} >>> ::-p-text(${name})`, { visible: true });
    }
    assert.deepEqual(problems(), []);
    await page.close();
  });

  for (const name of ['themes/', 'gast/'])
    test(`serves the player on ${name}`, async () => {
      const { page, problems } = await openPlayer(name);
      assert.deepEqual(problems(), []);
      await page.close();
    });

  test('reloads the page when a module or the article changes', async () => {
    const { page } = await openPlayer('');
    for (const file of ['src/define.ts', 'article/putin-nordkorea.md']) {
      const reloaded = page.waitForNavigation();
      utimesSync(file, new Date(), new Date());
      await reloaded;
      await page.waitForSelector('vorleser-player >>> vorleser-play-button >>> button', {
        visible: true,
      });
    }
    await page.close();
  });
});
