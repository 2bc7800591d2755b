/** Clicks with which a reader does something else do not move the reading, in both browsers with real ones. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserNames, launch, open, site } from '../e2e/site.mjs';
import { servePages } from './pages.mjs';

/** @type {Awaited<ReturnType<typeof servePages>>} */
let pages;
before(async () => void (pages = await servePages()));
after(() => {
  site.close();
  pages.close();
});

for (const browserName of browserNames)
  test(`${browserName} seeks on a single click on text only`, async () => {
    const browser = await launch(browserName);
    try {
      const { page, problems } = await open(browser, `${pages.address}clicks.html`);
      await page.addScriptTag({ url: '/vorleser.js', type: 'module' });
      await page.waitForFunction(() => customElements.get('vorleser-player'));
      await page.evaluate(async () => {
        const player = /** @type {any} */ (document.querySelector('vorleser-player'));
        await player.play();
        player.pause();
      });
      /** Clicks a few pixels into an element. */
      const click = async (/** @type {string} */ selector, count = 1) => {
        const box = await (await page.$(selector))?.boundingBox();
        assert.ok(box);
        await page.mouse.click(box.x + 12, box.y + box.height / 2, { count });
        await new Promise((resolve) => setTimeout(resolve, 700));
        return page.evaluate(() => ({
          cue: /** @type {any} */ (document.querySelector('vorleser-player')).activeCue.index,
          selected: String(getSelection()),
        }));
      };
      const start = await click('#second', 2);
      assert.deepEqual([start.cue, start.selected.trim()], [0, 'Der']);
      assert.deepEqual(await click('#second'), { cue: 0, selected: '' });
      assert.equal((await click('#image')).cue, 0);
      assert.equal(await page.$eval('#image', (image) => image.className), 'large');
      assert.equal((await click('#third')).cue, 0);
      await page.mouse.click(1, 1);
      assert.equal((await click('#second')).cue, 1);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });
