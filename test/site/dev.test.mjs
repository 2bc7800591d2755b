/** The documentation while one writes it, as `npm run docs` serves it: made of the files as they are, with the player from src/. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { createServer } from 'vite';
import { launch, open, site } from '../e2e/site.mjs';

process.chdir(path.join(import.meta.dirname, '../..'));

describe('the server of the documentation', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  /** @type {import('vite').ViteDevServer} */
  let server;
  let address = '';
  // An empty cache, as after `npm ci`.
  const cacheDir = mkdtempSync(path.join(tmpdir(), 'vorleser-docs-'));
  before(async () => {
    browser = await launch('chromium');
    const configFile = 'site/vite.config.ts';
    server = await createServer({ configFile, cacheDir, logLevel: 'warn', server: { port: 0 } });
    await server.listen();
    address = server.resolvedUrls?.local[0] ?? '';
  });
  after(async () => {
    await browser.close();
    await server.close();
    site.close();
    rmSync(cacheDir, { recursive: true });
  });

  test('serves a page whose example speaks, and reloads it when its text changes', async () => {
    const { page, problems } = await open(browser, `${address}start.html`);
    assert.equal(await page.$eval('h1', ({ textContent }) => textContent), 'Start in a minute');
    const element = await page.waitForSelector('iframe');
    await element?.scrollIntoView();
    const frame = await element?.contentFrame();
    const button = await frame?.waitForSelector(
      'vorleser-player >>> vorleser-play-button >>> button',
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
