/** A page that styles the player in three documented ways, under a strict policy. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { launch, open, sidewaysOverflow, site } from './site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The computed style of an element of a player. */
function looks(
  /** @type {import('puppeteer-core').Page} */ page,
  /** @type {string} */ piece,
  /** @type {string} */ property,
) {
  return page.$eval(
    piece,
    (element, property) => getComputedStyle(element).getPropertyValue(property),
    property,
  );
}

describe('custom styles', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  test('apply by custom properties, by parts and to the page’s own controls', async () => {
    const { page, problems } = await open(browser, `${site.page}stile/?strict`, {
      colorScheme: 'light',
    });
    const play = (/** @type {string} */ style) =>
      `.${style} vorleser-player >>> vorleser-play-button >>> button`;
    await page.waitForSelector(play('bunt'));
    assert.equal(await looks(page, play('zeitung'), 'border-top-left-radius'), '0px');
    assert.equal(await looks(page, play('zeitung'), 'font-variant-caps'), 'small-caps');
    assert.equal(
      await looks(page, '.zeitung vorleser-player >>> [part=controls]', 'border-top-style'),
      'double',
    );
    assert.equal(await looks(page, play('bunt'), 'background-color'), 'rgb(91, 33, 182)');
    assert.equal(
      await looks(page, '.bunt vorleser-player >>> [part=bar]', 'background-color'),
      'rgb(246, 243, 255)',
    );
    assert.equal(
      await looks(page, '.bunt vorleser-player >>> vorleser-timeline >>> .track', 'height'),
      '8px',
    );
    await page.$eval('.knopf vorleser-player', (element) => {
      const player = /** @type {any} */ (element);
      player.engines = 'embedded';
      player.playbackRate = 6;
      return new Promise((resolve) => {
        player.addEventListener('ended', () => resolve(undefined));
        player.querySelector('vorleser-play-button').shadowRoot.querySelector('button').click();
      });
    });
    assert.deepEqual(problems, []);
    await page.close();
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`pass axe in ${colorScheme} colours`, async () => {
      const { page } = await open(browser, `${site.page}stile/`, { colorScheme });
      await page.waitForSelector('.knopf vorleser-play-button >>> button');
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (window).axe.run(document);
        return violations.map(
          (/** @type {any} */ { id, nodes }) =>
            `${id}: ${nodes.map((/** @type {any} */ { html }) => html)}`,
        );
      });
      assert.deepEqual(violations, []);
      await page.close();
    });
  }

  test('fit a screen of 256 pixels', async () => {
    const { page } = await open(browser, `${site.page}stile/`);
    await page.setViewport({ width: 256, height: 500 });
    const overflow = await sidewaysOverflow(page);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await page.close();
  });
});
