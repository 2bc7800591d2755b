/**
 * No bar of a page covers the sentence being heard, in both browsers and with the whole player. More kinds of bars and sizes of
 * windows: test/highlight/covered.test.ts.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sections } from '../docs/pages.mjs';
import { browserNames, launch, open, site } from '../e2e/site.mjs';
import { servePages } from './pages.mjs';

/** @type {Awaited<ReturnType<typeof servePages>>[]} */
let origins = [];
before(async () => void (origins = [await servePages(), await servePages()]));
after(() => {
  site.close();
  for (const origin of origins) origin.close();
});

/** Starts the player and pauses it, at no sentence in particular. */
async function start(
  /** @type {import('puppeteer-core').Page | import('puppeteer-core').Frame} */ page,
) {
  await page.addScriptTag({ url: '/vorleser.js', type: 'module' });
  await page.waitForFunction(() => customElements.get('vorleser-player'));
  return page.evaluate(async () => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    await player.play();
    player.pause();
    return player.cues.length;
  });
}

for (const browserName of browserNames) {
  test(`${browserName} keeps the sentence clear of the bars of the page and of the mini bar`, async () => {
    const browser = await launch(browserName, { firefoxPrefs: { 'ui.prefersReducedMotion': 1 } });
    try {
      const { page, problems } = await open(
        browser,
        `${origins[0]?.address}bars.html?header&footer&bare`,
      );
      await page.setViewport({ width: 800, height: 360 });
      if (browserName === 'chromium')
        await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      assert.equal(await start(page), 49);
      const faults = await page.evaluate(async () => {
        const player = /** @type {any} */ (document.querySelector('vorleser-player'));
        const find = (/** @type {Element} */ element, /** @type {string} */ selector) =>
          element?.shadowRoot?.querySelector(selector);
        const bars = () => [
          document.querySelector('#header'),
          find(/** @type {Element} */ (document.querySelector('nav-bar')), 'nav'),
          find(/** @type {Element} */ (find(player, 'vorleser-mini-bar')), '.bar'),
        ];
        const fault = () => {
          const { text, range } = player.activeCue;
          const lines = [...range.getClientRects()];
          for (const bar of bars()) {
            const box = bar?.getBoundingClientRect();
            if (box && lines.some((line) => line.top < box.bottom - 1 && line.bottom > box.top + 1))
              return `„${text}“ is under ${bar?.className}`;
          }
          return lines.every(({ top, bottom }) => top >= -1 && bottom <= innerHeight + 1)
            ? null
            : `„${text}“ is out of view`;
        };
        const faults = [];
        for (let index = 0; index < 49; index += 3) {
          player.seekToCue(index);
          // The bars have come to rest.
          await new Promise((resolve) => setTimeout(resolve, 150));
          for (let i = 0; i < 20 && fault(); i++)
            await new Promise((resolve) => setTimeout(resolve, 100));
          faults.push(fault());
        }
        const [, nav, mini] = bars().map((bar) => bar?.getBoundingClientRect());
        if (!nav || !mini || mini.bottom > nav.top)
          faults.push('the navigation is under the mini bar');
        return faults.filter((each) => each !== null);
      });
      assert.deepEqual(faults, []);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });

  test(`${browserName} reports the place of the sentence to a page of another origin`, async () => {
    const [outer, inner] = origins;
    const browser = await launch(browserName);
    try {
      const { page } = await open(
        browser,
        `${outer?.address}frame.html?${inner?.address}bars.html`,
      );
      await page.setViewport({ width: 800, height: 600 });
      const snippet = sections
        .find(({ name }) => name === 'docs/embedding.md#in-a-frame')
        ?.fences.find(({ lang }) => lang === 'js');
      assert.ok(snippet);
      await page.addScriptTag({ content: snippet.text, type: 'module' });
      await page.evaluate(() => {
        const scope = /** @type {any} */ (window);
        scope.messages = [];
        addEventListener('message', ({ data }) => scope.messages.push(data));
      });
      const frame = await page.waitForFrame(
        (frame) => new URL(frame.url()).pathname === '/bars.html',
      );
      await start(frame);
      const last = await frame.evaluate(async () => {
        const player = /** @type {any} */ (document.querySelector('vorleser-player'));
        player.seekToCue(40);
        while (player.activeCue?.index !== 40)
          await new Promise((resolve) => setTimeout(resolve, 20));
        return player.activeCue.range.getBoundingClientRect().toJSON();
      });
      // The place of an earlier sentence may be in view, too, until a busy page has received that of this one.
      const inPage = (/** @type {number} */ top) => {
        const { messages } = /** @type {any} */ (window);
        const frame = /** @type {Element} */ (document.querySelector('iframe'));
        const { y } = frame.getBoundingClientRect();
        const place = messages.at(-1);
        return (
          place?.top === top && y + 15 + place.top >= 120 && y + 15 + place.bottom <= innerHeight
        );
      };
      await page.waitForFunction(inPage, {}, last.top);
      const { type, ...place } = await page.evaluate(() =>
        /** @type {any} */ (window).messages.at(-1),
      );
      assert.equal(type, 'vorleser-place');
      assert.deepEqual(place, {
        top: last.top,
        right: last.right,
        bottom: last.bottom,
        left: last.left,
      });
    } finally {
      await browser.close();
    }
  });
}
