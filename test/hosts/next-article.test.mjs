/** From one page to the next: up next, the queue and statistics on a site of several pages, under a strict policy. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, open, press, site } from '../e2e/site.mjs';
import { serveAnswers, until } from '../integrations/servers.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'",
  "worker-src 'self'; media-src blob:; require-trusted-types-for 'script'; trusted-types lit-html vorleser",
].join('; ');

const article = (/** @type {string} */ title, /** @type {string} */ next) => ({
  headers: { 'Content-Security-Policy': POLICY },
  body: `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>${title}</title>
    <script type="module" src="/vorleser.js"></script></head><body>
    <vorleser-player for="text" engines="embedded" playbackrate="4" next-article="${next}" statistics></vorleser-player>
    <vorleser-later-button></vorleser-later-button>
    <article id="text"><h1>${title}</h1><p>Kurzer Text.</p></article></body></html>`,
});

const LIST = {
  headers: { 'Content-Security-Policy': POLICY },
  body: `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Hörliste</title>
    <script type="module" src="/vorleser.js"></script></head><body><vorleser-queue></vorleser-queue></body></html>`,
};

/** @type {Awaited<ReturnType<typeof serveAnswers>>} */
let server;

before(async () => {
  server = await serveAnswers({}, 'dist');
  Object.assign(server.answers, {
    '/eins': article('Eins', '/zwei'),
    '/zwei': article('Zwei &lt;img src=x&gt;', `${server.foreign}/drei`),
    '/drei': article('Drei', ''),
    '/liste': LIST,
  });
});
after(() => {
  server.close();
  site.close();
});

/** What the player of a page is doing. */
const playerIn = (/** @type {Page} */ page) =>
  page.$eval('vorleser-player', (element) => {
    const player = /** @type {any} */ (element);
    return { ended: player.ended, paused: player.paused, error: player.error?.name };
  });

const untilEnded = (/** @type {Page} */ page, /** @type {string} */ path) =>
  page.waitForFunction(
    (path) =>
      location.pathname === path &&
      /** @type {any} */ (document.querySelector('vorleser-player'))?.ended === true,
    { timeout: 30_000 },
    path,
  );

/** Waits until an element is in a shadow tree, whose changes `waitForSelector` does not notice. */
async function untilShown(/** @type {Page} */ page, /** @type {string} */ selector) {
  await until(() => page.$(selector), selector);
  const element = await page.$(selector);
  assert.ok(element);
  return element;
}

const untilOffered = (/** @type {Page} */ page) =>
  untilShown(page, 'vorleser-player >>> vorleser-up-next >>> .start');

const offer = (/** @type {Page} */ page) =>
  page.$eval('vorleser-player >>> vorleser-up-next >>> p', (text) => text.textContent?.trim());

const titles = (/** @type {Page} */ page) =>
  page.$$eval('vorleser-queue >>> a', (links) => links.map((link) => link.text.trim()));

/** Presses a button or link in a shadow tree, as a listener does. */
async function click(/** @type {Page} */ page, /** @type {string} */ selector) {
  await (await untilShown(page, selector)).click();
}

for (const browserName of browserNames)
  describe(browserName, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => void (browser = await launch(browserName)));
    after(() => browser.close());

    test('the next page is not asked for before a press, and reads after it', async () => {
      server.asked.length = 0;
      const { page, problems } = await open(browser, `${server.origin}/eins`);
      await press(page, 'vorleser-play-button');
      await untilEnded(page, '/eins');
      await untilOffered(page);
      await until(async () => (await offer(page)) !== '', 'it is announced');
      assert.equal(await offer(page), 'Es geht mit dem nächsten Artikel weiter.');
      assert.ok(!server.asked.includes('/zwei'));
      await click(page, 'vorleser-player >>> vorleser-up-next >>> .start');
      await untilEnded(page, '/zwei');
      // A reload is no wish to listen.
      await page.reload();
      await untilShown(page, 'vorleser-player >>> vorleser-play-button');
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal((await playerIn(page)).paused, true);
      assert.equal((await playerIn(page)).ended, false);
      assert.deepEqual(
        problems.filter((problem) => !problem.includes('/drei')),
        [],
      );
      assert.equal(problems.length, 1, 'the address of another origin is reported once');
      await page.close();
    });

    test('begins by itself where the listener has chosen that', async () => {
      const { page } = await open(browser, `${server.origin}/eins`);
      await page.evaluate(() =>
        localStorage.setItem('vorleser', JSON.stringify({ version: 1, continues: true })),
      );
      await press(page, 'vorleser-play-button');
      await untilEnded(page, '/zwei');
      // That of /zwei is of another origin.
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await page.$('vorleser-player >>> vorleser-up-next'), null);
      await page.evaluate(() => localStorage.clear());
      await page.close();
    });

    test('says so where the browser wants a press first', async () => {
      // What a test evaluates in a page counts as a press, so that the page itself says what it shows.
      const { page, problems } = await open(browser, `${server.origin}/drei`, {
        before: /** @type {any} */ (
          `localStorage.setItem('vorleser', '{"version":1,"places":{}}');
          sessionStorage.setItem('vorleser-listen', JSON.stringify({ address: '/drei', at: Date.now() }));
          const timer = setInterval(() => {
            const status = document.querySelector('vorleser-player')?.shadowRoot?.querySelector('vorleser-status');
            const text = status?.shadowRoot?.querySelector('[role=status]').textContent;
            if (!/verhindert/.test(text)) return;
            clearInterval(timer);
            console.warn(text);
          }, 100);`
        ),
      });
      await until(() => problems.length > 0, 'the player says so');
      assert.match(String(problems), /Browser hat den Ton verhindert/);
      await press(page, 'vorleser-play-button');
      await untilEnded(page, '/drei');
      await page.close();
    });

    test('the queue goes from page to page, and tabs stay in step', async () => {
      const { page, problems } = await open(browser, `${server.origin}/drei`);
      await click(page, 'vorleser-later-button >>> button');
      await page.goto(`${server.origin}/zwei`);
      await click(page, 'vorleser-later-button >>> button');
      await page.goto(`${server.origin}/liste`);
      await untilShown(page, 'vorleser-queue >>> li');
      assert.deepEqual(await titles(page), ['Drei', 'Zwei <img src=x>']);

      const { page: other } = await open(browser, `${server.origin}/eins`);
      await click(other, 'vorleser-later-button >>> button');
      await until(async () => (await titles(page)).length === 3, 'another tab has added one');
      await click(other, 'vorleser-later-button >>> button');
      await until(async () => (await titles(page)).length === 2, 'another tab has removed it');
      await other.close();

      await page.bringToFront();
      await click(page, 'vorleser-queue >>> li:last-child .listen');
      await untilEnded(page, '/zwei');
      await untilOffered(page);
      await until(async () => (await offer(page)) === 'Als Nächstes: „Drei“', 'the next one');
      await click(page, 'vorleser-player >>> vorleser-up-next >>> .start');
      await untilEnded(page, '/drei');
      await page.goto(`${server.origin}/liste`);
      await untilShown(page, 'vorleser-queue >>> [part=queue-empty]');
      assert.deepEqual(
        problems.filter((problem) => !problem.includes('/drei')),
        [],
      );
      await page.close();
    });

    test('a browser that refuses its storage reads, keeps until the page is left, and goes on', async () => {
      const { page, problems } = await open(browser, `${server.origin}/liste`, {
        before: /** @type {any} */ (
          `for (const name of ['localStorage', 'sessionStorage'])
          Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });`
        ),
      });
      await untilShown(page, 'vorleser-queue >>> [part=queue-empty]');
      await page.goto(`${server.origin}/eins`);
      await click(page, 'vorleser-later-button >>> button');
      await page.waitForFunction(() =>
        /speichert hier nichts/.test(
          document.querySelector('vorleser-later-button')?.shadowRoot?.textContent ?? '',
        ),
      );
      await press(page, 'vorleser-play-button');
      await untilEnded(page, '/eins');
      await untilOffered(page);
      await click(page, 'vorleser-player >>> vorleser-up-next >>> .start');
      await page.waitForFunction(() => location.pathname === '/zwei');
      await untilShown(page, 'vorleser-player >>> vorleser-play-button');
      await press(page, 'vorleser-play-button');
      await untilEnded(page, '/zwei');
      assert.deepEqual(
        problems.filter((problem) => !problem.includes('/drei')),
        [],
      );
      await page.close();
    });

    test('statistics bubble to the page, once for each mark', async () => {
      const { page } = await open(browser, `${server.origin}/drei`);
      await page.evaluate(() => {
        /** @type {unknown[]} */
        const log = [];
        Object.assign(window, { log });
        document.addEventListener('vorleser-statistics', (event) => {
          log.push(/** @type {CustomEvent} */ (event).detail);
        });
      });
      await press(page, 'vorleser-play-button');
      await untilEnded(page, '/drei');
      const log = await page.evaluate(() => /** @type {any} */ (window).log);
      const types = log.map((/** @type {any} */ { type, quarter }) => quarter ?? type);
      assert.deepEqual(types, ['play', 25, 50, 75, 'ended']);
      assert.ok(log.every((/** @type {any} */ { article }) => article === '/drei'));
      await page.close();
    });
  });
