/** A dialog that opens focuses the first element in it, which must not lie over the play button. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserNames, launch, open, press, site } from '../e2e/site.mjs';
import { servePages } from './pages.mjs';

/** @type {Awaited<ReturnType<typeof servePages>>} */
let pages;
before(async () => void (pages = await servePages()));
after(() => {
  site.close();
  pages.close();
});

for (const browserName of browserNames)
  test(`${browserName} shows the link past the controls to keyboard users only`, async () => {
    const browser = await launch(browserName);
    try {
      const { page, problems } = await open(browser, `${pages.address}dialog.html`);
      await page.addScriptTag({ url: '/vorleser.js', type: 'module' });
      await page.waitForFunction(() => customElements.get('vorleser-player'));
      const skipLink = () =>
        page.evaluate(() => {
          const tree = document.querySelector('vorleser-player')?.shadowRoot;
          const link = tree?.querySelector('[part=skip-link]');
          const box = tree?.querySelector('vorleser-play-button')?.getBoundingClientRect();
          return {
            focused: tree?.activeElement === link,
            width: link?.getBoundingClientRect().width ?? 0,
            above: box && tree?.elementFromPoint(box.x + 5, box.y + box.height / 2)?.localName,
          };
        });
      // There are few controls to skip before a reading.
      await page.click('button');
      await press(page, 'vorleser-play-button');
      await page.waitForSelector('vorleser-player >>> [part=skip-link]', { visible: true });
      await page.$eval('dialog', (dialog) => dialog.close());
      await page.click('button');
      const opened = await skipLink();
      assert.deepEqual([opened.width, opened.above], [1, 'vorleser-play-button']);
      // Firefox focuses the dialog.
      assert.equal(opened.focused, browserName === 'chromium');
      await page.$eval('dialog', (dialog) => dialog.close());
      await page.focus('button');
      await page.keyboard.press('Enter');
      if (!opened.focused) await page.keyboard.press('Tab');
      const { focused, width } = await skipLink();
      assert.ok(focused && width > 40, `it is ${width} px wide`);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });
