/** The script's tag as pages write it: a module or not, of another origin, several times, with `data-auto`. In both browsers. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, open, press, site } from '../e2e/site.mjs';
import { host } from '../rig/host.mjs';

const TEXT = `<p>Wer an einem Sommerabend nach oben sieht, hört sie oft. Mauersegler jagen mit hundert Kilometern um die Dächer.</p>
<p>Außerhalb der Brutzeit bleiben manche Tiere zehn Monate lang in der Luft. Sie fressen, trinken und schlafen im Flug.</p>
<p>Zum Schlafen steigen die Vögel in der Dämmerung auf fast 3000 Meter. Vermutlich ruht dabei nur eine Hälfte ihres Gehirns.</p>`;
const ARTICLE = `<article lang="de"><h1>Warum Mauersegler im Flug schlafen</h1>${TEXT}</article>`;
const PLAYER = '<vorleser-player engines="embedded"></vorleser-player>';

/** @type {Awaited<ReturnType<typeof host>>[]} */
let hosts = [];
before(async () => void (hosts = [await host(), await host('/cdn/'), await host()]));
after(() => {
  site.close();
  for (const each of hosts) each.close();
});

/** Puts a page on the first host. `OWN`, `CDN` and `OTHER` become the addresses of the hosts' scripts. */
function put(/** @type {string} */ content) {
  const [own, cdn, other] = hosts;
  if (!own || !cdn || !other) throw new Error('The hosts are not there yet');
  const html = content
    .replaceAll('OWN', own.script)
    .replaceAll('CDN', cdn.script)
    .replaceAll('OTHER', other.script);
  return own.put(
    `<!doctype html><html lang="de"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Seite</title>${html}`,
  );
}

for (const browserName of browserNames)
  describe(`the script's tag in ${browserName}`, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    before(async () => {
      browser = await launch(browserName, { firefoxPrefs: { 'media.autoplay.default': 0 } });
    });
    after(() => browser.close());

    /** Presses play and waits until a sentence is heard. */
    async function speaks(/** @type {import('puppeteer-core').Page} */ page) {
      await press(page, 'vorleser-play-button');
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector('vorleser-player')).activeCue,
        { polling: 50 },
      );
    }

    /** Approaches the player, which loads its further code, and waits for that. */
    async function loads(/** @type {import('puppeteer-core').Page} */ page) {
      const button = 'vorleser-player >>> vorleser-play-button >>> button';
      await (await page.waitForSelector(button, { visible: true }))?.hover();
      await page.waitForFunction(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => /\/chunks\//.test(name))
            .length > 5,
        { polling: 50 },
      );
    }

    for (const [name, tag] of Object.entries({
      'a classic script in the head': '<script src="OWN"></script>',
      'a classic script of another origin': '<script src="CDN" defer></script>',
    }))
      test(`${name} speaks`, async () => {
        const { page, problems } = await open(browser, put(`${tag}${PLAYER}${ARTICLE}`));
        await speaks(page);
        assert.deepEqual(problems, []);
        const names = await page.evaluate(() =>
          Object.keys(window).filter((name) => name.length < 3),
        );
        assert.deepEqual(names, [], 'no global variables');
        await page.close();
      });

    for (const [name, tag] of Object.entries({
      'a classic script of another origin, loaded with CORS':
        '<script src="CDN?v=1/2" async crossorigin></script>',
      'a module of another origin': '<script type="module" src="CDN"></script>',
      'a script that a tag manager adds':
        '<script>document.head.append(Object.assign(document.createElement("script"),{src:"CDN"}))</script>',
    }))
      test(`${name} finds its other files`, async () => {
        const { page, problems } = await open(browser, put(`${tag}${PLAYER}${ARTICLE}`));
        await loads(page);
        assert.deepEqual(problems, []);
        await page.close();
      });

    test('by the digests of integrity.json only these very files are run', async () => {
      const cdn = hosts[1]?.script ?? '';
      const { script, integrity } = JSON.parse(readFileSync('dist/integrity.json', 'utf8'));
      const files = Object.keys(integrity).filter((file) => file.startsWith('chunks/'));
      const fileWith = (/** @type {string} */ text) =>
        files.find((file) => readFileSync(`dist/${file}`, 'utf8').includes(text)) ?? '';
      const changed = fileWith('customElements.get("vorleser-settings")');
      assert.ok(changed && integrity[script]);
      const map = Object.fromEntries(
        files.map((file) => [
          new URL(file, cdn).href,
          file === changed ? integrity['vorleser.js'] : integrity[file],
        ]),
      );
      const { page, problems } = await open(
        browser,
        put(`<script type="importmap">${JSON.stringify({ integrity: map })}</script>
          <script type="module" src="${new URL(script, cdn).href}" integrity="${integrity[script]}" crossorigin></script>
          ${PLAYER}${ARTICLE}`),
      );
      await loads(page);
      assert.deepEqual(problems, []);
      const refused = (/** @type {string} */ file) =>
        page.evaluate(
          (url) =>
            import(url).then(
              () => false,
              () => true,
            ),
          new URL(file, cdn).href,
        );
      assert.equal(await refused(changed), true);
      assert.equal(await refused(fileWith('There is no text to read aloud here')), false);
      await page.close();
    });

    test('of several copies the first one is used, and that is said once', async () => {
      const { page, problems } = await open(
        browser,
        put(`<script src="CDN"></script><script src="CDN"></script>
          <script type="module" src="OWN"></script><script src="OTHER" data-auto></script>${PLAYER}${ARTICLE}`),
      );
      await loads(page);
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(String(problems[0]), /vorleser: loaded twice; the first/);
      const loaded = await page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => new URL(name))
          .filter(({ pathname }) => pathname.includes('chunks/'))
          .map(({ origin }) => origin),
      );
      assert.deepEqual([...new Set(loaded)], [hosts[1]?.address]);
      await page.close();
    });

    test('with data-auto a player is below the headline', async () => {
      const { page, problems } = await open(
        browser,
        put(`<nav><p>${TEXT}</nav>${ARTICLE}
          <script src="CDN" async data-auto data-engines="embedded" data-consent="given"></script>`),
      );
      await page.waitForSelector('article > h1 + vorleser-player[engines=embedded]');
      assert.equal(
        await page.$eval('vorleser-player', (player) => player.getAttributeNames().join()),
        'engines',
      );
      assert.equal(
        await page.$eval('vorleser-player', (player) => getComputedStyle(player).marginBlockEnd),
        '16px',
      );
      await loads(page);
      assert.deepEqual(problems, []);
      await page.close();
    });

    test('with data-auto the place and the article can be chosen, also for a module', async () => {
      const { page, problems } = await open(
        browser,
        put(`<script type="module" src="CDN" data-auto data-place=".meta" data-article=".text"></script>
          <h1>Segler</h1><p class="meta">Heute</p><div class="text"><p>Ein kurzer Satz.</p></div>`),
      );
      await page.waitForSelector('.meta + vorleser-player');
      const article = await page.$eval(
        'vorleser-player',
        (player) => /** @type {any} */ (player).article.className,
      );
      assert.equal(article, 'text');
      assert.deepEqual(problems, []);
      await page.close();
    });

    test('with data-auto a page without an article has no player until one is there', async () => {
      const teaser = `<article><h2><a href="/a">Titel</a></h2><p>${'Ein langer Vorspann. '.repeat(9)}</p></article>`;
      const { page, problems } = await open(
        browser,
        put(`<main>${teaser.repeat(6)}</main><script src="CDN" data-auto></script>`),
      );
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => /\/chunks\//.test(name)),
      );
      const players = () => page.$$eval('vorleser-player', (players) => players.length);
      const show = (/** @type {string} */ html) =>
        page.$eval('main', (main, html) => (main.innerHTML = html), html);
      await page.waitForFunction(() => document.readyState === 'complete');
      assert.equal(await players(), 0);
      await show(ARTICLE);
      await page.waitForSelector('h1 + vorleser-player');
      await show(teaser.repeat(6));
      await page.waitForFunction(() => !document.querySelector('vorleser-player'));
      await show(ARTICLE.replace('Warum', 'Wie'));
      await page.waitForSelector('h1 + vorleser-player');
      assert.equal(await players(), 1);
      assert.deepEqual(problems, []);
      await page.close();
    });

    test('with data-auto a page with a player of its own gets no other', async () => {
      const { page } = await open(
        browser,
        put(`<script src="CDN" data-auto></script>${ARTICLE}${PLAYER}`),
      );
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => /\/chunks\//.test(name)),
      );
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
      assert.equal(await page.$$eval('vorleser-player', (players) => players.length), 1);
      await page.close();
    });
  });
