/** What is read of pages whose markup says little or the wrong thing about where their text is. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, open, press, site } from '../e2e/site.mjs';
import { servePages } from './pages.mjs';

/** Pages in test/hosts/pages/main-text/, and the first words of each sentence that is read of them. */
const PAGES = {
  'teaser-first': [
    'Der eigentliche Artikel',
    'Dies ist der erste',
    'Dies ist der zweite',
    'Mit dem',
  ],
  'empty-first': ['Der Artikel', 'Ein Absatz', 'Noch ein Satz'],
  'no-landmark': ['Überschrift', 'Ein erster', 'Ein zweiter'],
  item: ['Überschrift', 'Der Absatz', 'Und ein zweiter'],
  initial: ['Überschrift', 'Na endlich!', 'Es gibt'],
  'share-name': ['Überschrift', 'Der ganze Text', 'Und dies'],
  lead: ['Überschrift', 'Der Vorspann', 'Hier beginnt', 'Und hier'],
  'linked-teasers': [
    'Überschrift',
    'Der erste',
    'Der zweite',
    'Am Morgen',
    'Gegen Mittag',
    'Niemand',
  ],
  'plugin-boxes': [
    'Überschrift',
    'Der Absatz',
    'Am Morgen',
    'Gegen Mittag',
    'Niemand',
    'Der Bürgermeister',
    'Wer Schäden',
    'Die Versicherungen',
  ],
  'div-soup': [
    'Warum Mauersegler',
    'Wer an einem',
    'Mauersegler jagen',
    'Außerhalb der',
    'Sie fressen',
    'Eine Hälfte',
    'Zum Schlafen',
    'Vermutlich ruht',
    'Ein Nistplatz',
    'Junge Segler',
  ],
  // Captions and footnotes are text, and so is what has a name that text may have as well.
  ads: ['Titel', 'Erster Absatz', 'X16', 'X29', 'X34', 'X35', 'Letzter Absatz'],
};

/** @type {Awaited<ReturnType<typeof servePages>>} */
let pages;
before(async () => void (pages = await servePages()));
after(() => {
  site.close();
  pages.close();
});

for (const browserName of browserNames)
  describe(browserName, () => {
    /** @type {import('puppeteer-core').Browser} */
    let browser;
    /** @type {import('puppeteer-core').Page} */
    let page;
    /** @type {string[]} */
    let problems;
    before(async () => {
      browser = await launch(browserName);
      ({ page, problems } = await open(browser, `${pages.address}main-text/item.html`));
    });
    after(() => browser.close());

    /** The scripts that were loaded: the code that searches the page is not in the first one. */
    const scripts = () =>
      page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => /\.js$/.test(name)).length,
      );

    for (const [name, expected] of Object.entries(PAGES))
      test(`${name}: all of the text is read, and nothing else`, async () => {
        await page.goto(`${pages.address}main-text/${name}.html`, { waitUntil: 'load' });
        await page.waitForSelector('vorleser-player >>> vorleser-play-button', { visible: true });
        assert.equal(await scripts(), 1);
        await page.$eval('vorleser-player', (player) =>
          player.dispatchEvent(new PointerEvent('pointerenter')),
        );
        await page.waitForFunction(
          () => /** @type {any} */ (document.querySelector('vorleser-player')).readyState === 4,
          { timeout: 10_000 },
        );
        const cues = await page.$eval('vorleser-player', (player) =>
          /** @type {any} */ (player).cues.map((/** @type {any} */ { text }) => text),
        );
        assert.deepEqual(
          cues.map((/** @type {string} */ text, /** @type {number} */ i) =>
            text.startsWith(expected[i] ?? '·') ? expected[i] : text,
          ),
          expected,
        );
        assert.deepEqual(problems, []);
      });

    test('of a list of articles nothing is read, which screen readers announce', async () => {
      await page.goto(`${pages.address}main-text/list.html`, { waitUntil: 'load' });
      await press(page, 'vorleser-play-button');
      await page.waitForFunction(() => {
        const player = document.querySelector('vorleser-player');
        const status = player?.shadowRoot?.querySelector('vorleser-status')?.shadowRoot;
        const region = status?.querySelector('[role=status]');
        return region?.textContent?.trim() === 'Auf dieser Seite gibt es keinen einzelnen Artikel.';
      });
      const shown = await page.$eval(
        'vorleser-player >>> vorleser-status',
        (status) => status.shadowRoot?.textContent?.trim() ?? '',
      );
      assert.equal(shown.match(/Artikel/g)?.length, 1, shown);
    });
  });
