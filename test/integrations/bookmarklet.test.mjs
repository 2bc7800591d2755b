/** The bookmarklet and the user script, on pages of strangers. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, open, site, voicesListed } from '../e2e/site.mjs';
import { hasSpeech } from '../rig/packages.mjs';
import { serveAnswers, until } from './servers.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const TEXT =
  '<p>Mauersegler schlafen im Flug. Sie landen nur zum Brüten, und das jeden Sommer.</p>';

const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'";

/** Pages, and the selector of the element before the player; for the last one, the player is in the corner. */
const PAGES = {
  plain: [`<article><h1>Im Flug</h1>${TEXT.repeat(12)}</article>`, 'h1'],
  row: [
    `<style>header { display: flex } h1 { width: 600px }</style>
     <article><header><h1>Im Flug</h1><p>Von Eva Muster</p></header>${TEXT}</article>`,
    'header',
  ],
  outside: [`<header><h1>Im Flug</h1></header><main>${TEXT}</main>`, 'h1'],
  narrow: [
    `<style>article { width: 120px } h1 { font-size: 1em }</style><article><h1>Im Flug</h1>${TEXT}</article>`,
    '',
  ],
  own: [
    `<script type="module" src="/vorleser.js"></script>
     <article><h1>Im Flug</h1><vorleser-player></vorleser-player>${TEXT}</article>`,
    'h1',
  ],
};

/** @type {Awaited<ReturnType<typeof serveAnswers>>} */
let pages;
before(async () => {
  const body = (html = '') =>
    `<!doctype html><html lang="de"><link rel="icon" href="data:,"><title>Seite</title><body>${html}</body></html>`;
  pages = await serveAnswers(
    {
      ...Object.fromEntries(
        Object.entries(PAGES).map(([name, [html]]) => [`/${name}`, { body: body(html) }]),
      ),
      '/strict': {
        headers: {
          'Content-Security-Policy': `${STRICT}; img-src data:; require-trusted-types-for 'script'; trusted-types lit-html vorleser`,
        },
        body: body(PAGES.plain[0]),
      },
      '/trusted': {
        headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'" },
        body: body(PAGES.plain[0]),
      },
      '/teasers': { body: body(`<article>${TEXT}</article>`.repeat(3)) },
    },
    'dist',
  );
});
after(() => {
  pages.close();
  site.close();
});

test('the user script, which is a file by itself, has the licence of all that it contains', () => {
  const script = readFileSync('dist/vorleser.user.js', 'utf8');
  const licences = readdirSync('dist/licences');
  assert.ok(licences.includes('lit.txt'));
  for (const file of licences)
    assert.ok(script.includes(readFileSync(`dist/licences/${file}`, 'utf8').trim()), file);
});

/** The page of the bookmarklet, what removes the player, and what a page that forbids it says, by the language of the visitor. */
const LANGUAGES = {
  de: [
    'Vorleser auf jeder Seite',
    'Vorleser entfernen',
    'Diese Seite lässt den Vorleser nicht laden',
  ],
  en: ['Vorleser on any page', 'Remove Vorleser', 'This page does not let Vorleser load'],
  fr: ['Vorleser sur toutes les pages', 'Retirer Vorleser', 'Cette page empêche le chargement'],
  it: ['Vorleser su ogni pagina', 'Rimuovi Vorleser', 'Questa pagina non lascia caricare'],
};

for (const browserName of browserNames)
  describe(browserName, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** The address that the page of the bookmarklet gives it. */
    let bookmarklet = '';
    before(async () => {
      browser = await launch(browserName, { systemVoices: true });
      const { page, problems } = await open(browser, `${site.page}bookmarklet/`);
      bookmarklet = await page.$eval('main:not([hidden]) a.bookmarklet', ({ href }) => href);
      assert.deepEqual(problems, []);
      await page.close();
    });
    after(() => browser.close());

    /** Follows the bookmarklet as the bar of bookmarks does, on which a page's policy for inline scripts has no influence. */
    async function follow(/** @type {Page} */ page) {
      const [, code = ''] = /^javascript:(.*)$/.exec(bookmarklet) ?? [];
      await page.evaluate(decodeURIComponent(code));
    }

    const player = (/** @type {Page} */ page) =>
      page.waitForSelector('vorleser-player >>> vorleser-play-button', { visible: true });

    test('its page speaks the language of the visitor', async () => {
      for (const [lang, [title, remove = '', blocked = '']] of Object.entries(LANGUAGES)) {
        const { page, problems } = await open(browser, 'about:blank', {
          before: /** @type {any} */ (
            `Object.defineProperty(navigator, 'languages', { value: ['xx', '${lang}-CH', 'de'] });`
          ),
        });
        await page.goto(`${site.page}bookmarklet/`);
        await page.waitForFunction((lang) => document.documentElement.lang === lang, {}, lang);
        assert.equal(await page.title(), title);
        const shown = await page.$$eval('main', (mains) =>
          mains.filter((main) => main.checkVisibility()).map((main) => [main.lang, main.innerText]),
        );
        assert.deepEqual(
          shown.map(([language]) => language),
          [lang],
        );
        assert.ok(shown[0]?.[1]?.includes(remove), shown[0]?.[1]);
        const href = await page.$eval('main:not([hidden]) a.bookmarklet', ({ href }) => href);
        assert.ok(decodeURIComponent(href).includes(blocked), href);
        assert.deepEqual(problems, []);
        await page.close();
      }
    });

    test('puts one player below the headline, in every layout, and removes it', async () => {
      for (const [name, [, before]] of Object.entries(PAGES)) {
        const { page, problems } = await open(browser, `${pages.origin}/${name}`);
        await follow(page);
        await player(page);
        await follow(page);
        const found = await page.evaluate(() => {
          const players = document.querySelectorAll('vorleser-player');
          const box = players[0]?.closest('vorleser-guest') ?? players[0];
          const { left, width, right } = /** @type {Element} */ (box).getBoundingClientRect();
          return {
            count: players.length,
            before: box?.previousElementSibling?.localName ?? '',
            corner: box?.className === 'corner',
            width,
            inside: left >= 0 && right <= innerWidth,
          };
        });
        assert.equal(found.count, 1, name);
        assert.ok(found.width >= 240 && found.inside, `${name}: ${found.width} px wide`);
        assert.equal(found.corner, before === '', name);
        if (before) assert.equal(found.before, before, name);
        if (name !== 'own') {
          await page.evaluate(() => {
            const box = document.querySelector('vorleser-guest');
            // Its tree is closed: the button is found as a pointer finds it, near the lower edge.
            const { left, bottom } = /** @type {Element} */ (box).getBoundingClientRect();
            Object.assign(window, { spot: [left + 30, bottom - 25] });
          });
          const [x, y] = await page.evaluate(() => /** @type {any} */ (window).spot);
          await page.mouse.click(x, y);
          await page.waitForFunction(() => !document.querySelector('vorleser-player'));
        }
        // The player of the page was there first; that of the bookmarklet may still be loading.
        while (name === 'own' && problems.length === 0)
          await new Promise((resolve) => setTimeout(resolve, 20));
        const twice = ['console: vorleser: loaded twice; the first copy is used'];
        assert.deepEqual(problems, name === 'own' ? twice : [], name);
        await page.close();
      }
    });

    test('reads the article of the page, and nothing of what it has put there', async () => {
      const { page } = await open(browser, `${pages.origin}/trusted`);
      await follow(page);
      await player(page);
      const read = await page.$eval('vorleser-player', async (element) => {
        const player = /** @type {any} */ (element);
        player.engines = 'embedded';
        player.next();
        while (player.readyState === 0) await new Promise((resolve) => setTimeout(resolve, 20));
        return player.cues.map((/** @type {any} */ cue) => cue.text);
      });
      assert.equal(read[0], 'Im Flug');
      assert.equal(read.length, 25);
      assert.doesNotMatch(read.join(), /entfernen/);
      await page.close();
    });

    test('says what helps where the page forbids it', async () => {
      const { page } = await open(browser, `${pages.origin}/strict`);
      /** @type {string[]} */
      const said = [];
      page.on('dialog', (dialog) => {
        said.push(dialog.message());
        void dialog.accept();
      });
      await follow(page);
      await until(() => said.length > 0, 'the message');
      assert.match(said[0] ?? '', /(Diese Seite lässt|This page does not let).*\/bookmarklet\/$/);
      assert.equal(await page.$('vorleser-player'), null);
      await page.close();
    });

    test('the user script plays under a strict policy, once, and only where there is an article', async () => {
      const script = readFileSync('dist/vorleser.user.js', 'utf8');
      assert.match(
        script,
        /^\/\/ ==UserScript==\n(?:\/\/ @\S+ .*\n|\/\/ @noframes\n)+\/\/ ==\/UserScript==/,
      );
      const { page, problems } = await open(browser, `${pages.origin}/strict`);
      for (let time = 0; time < 2; time++) await page.evaluate(script);
      await player(page);
      assert.equal(await page.$$eval('vorleser-player', ({ length }) => length), 1);
      if (hasSpeech()) {
        await voicesListed(page);
        await page.mouse.click(1, 1);
        const engine = await page.$eval('vorleser-player', async (element) => {
          await /** @type {any} */ (element).play();
          return /** @type {any} */ (element).engine;
        });
        assert.equal(engine, 'browser');
      }
      // The sound for media keys, without which the voice speaks as well.
      const others = problems.filter((problem) => !problem.includes('media-src'));
      assert.deepEqual(others, []);
      await page.goto(`${pages.origin}/teasers`);
      await page.evaluate(script);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await page.$('vorleser-player'), null);
      await page.close();
    });
  });
