/** The documentation while one writes it, as `npm run docs` serves it: made of the files as they are, with the player from src/. */
import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startDevServer } from '../rig/dev-server.mjs';
import { launch, open, site } from '../e2e/site.mjs';

process.chdir(path.join(import.meta.dirname, '../..'));

describe('the server of the documentation', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof startDevServer>>} */
  let server;
  before(async () => {
    browser = await launch('chromium');
    server = await startDevServer('site/vite.config.ts');
  });
  after(async () => {
    await browser.close();
    await server.close();
    site.close();
  });

  test('serves a page whose example speaks, and reloads it when its text changes', async () => {
    const { page, problems } = await open(browser, `${server.address}start.html`);
    assert.equal(await page.$eval('h1', ({ textContent }) => textContent), 'Start in a minute');
    const element = await page.waitForSelector('iframe');
    await element?.scrollIntoView();
    const frame = await element?.contentFrame();
    const button = await frame?.waitForSelector(
      'vorleser-player >>> vorleser-play-button >>> button',
      { visible: true },
    );
    await button?.click();
    await frame?.waitForFunction(() => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      return player.activeCue?.text.startsWith('Wer an einem Sommerabend nach oben sieht');
    });
    assert.deepEqual(
      problems.filter((text) => !text.startsWith('console: Lit is in dev mode')),
      [],
    );
    const reloaded = page.waitForNavigation();
    utimesSync('docs/start.md', new Date(), new Date());
    await reloaded;
    await page.close();
  });
});
