/** The themes of public/themes/ on the page that shows them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axeViolations } from './axe.mjs';
import { computedContrast } from './computed-contrast.mjs';
import { launch, open, sidewaysOverflow, site } from './site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const THEMES = ['newspaper', 'app', 'button', 'contrast'];

/** The player in a theme, which is in a shadow tree of the page. */
const player = (/** @type {string} */ theme) => `.${theme} >>> vorleser-player`;
const playButton = (/** @type {string} */ theme) =>
  `${player(theme)} >>> vorleser-play-button >>> button`;

async function openThemes(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {Parameters<typeof open>[2]} */ options = {},
  query = '',
) {
  const { page, problems } = await open(browser, `${site.page}themes/${query}`, options);
  if (options.javaScript !== false)
    for (const theme of THEMES)
      await page.waitForSelector(`${player(theme)} >>> [part=time]`, { visible: true });
  return { page, problems };
}

/** Reads with the embedded voice until the controls of a reading are shown. */
async function read(/** @type {Page} */ page, /** @type {string} */ theme) {
  await page.$eval(player(theme), (element) => {
    const player = /** @type {any} */ (element);
    player.engines = 'embedded';
    return player.play();
  });
  await page.waitForSelector(`${player(theme)} >>> vorleser-timeline`, { visible: true });
}

/** Ends the transitions of a page. */
function settle(/** @type {Page} */ page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    for (const animation of document.getAnimations()) animation.finish();
    await new Promise((resolve) => setTimeout(resolve, 200));
  });
}

/** Text has a contrast of 4.5:1, an icon and a line of 3:1. */
async function assertLegible(
  /** @type {Page} */ page,
  /** @type {string} */ selector,
  /** @type {string} */ where,
) {
  const contrasts = await computedContrast(page, selector);
  assert.ok(contrasts.length > 0, `nothing is drawn: ${where}`);
  for (const { what, ratio, text } of contrasts)
    assert.ok(ratio >= (text ? 4.5 : 3), `${where}, ${what}: ${ratio.toFixed(2)}:1`);
}

/** The height of each player, in whole pixels. */
function heights(/** @type {Page} */ page) {
  return Promise.all(
    THEMES.map((theme) =>
      page.$eval(player(theme), (element) => Math.round(element.getBoundingClientRect().height)),
    ),
  );
}

describe('the themes', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  for (const colorScheme of ['light', 'dark']) {
    for (const contrast of ['no-preference', 'more']) {
      test(`are accessible and legible in ${colorScheme} colours, contrast: ${contrast}`, async () => {
        const { page } = await openThemes(browser, { colorScheme, contrast });
        assert.deepEqual(await axeViolations(page), []);
        for (const theme of THEMES) await assertLegible(page, player(theme), `${theme}, idle`);
        for (const theme of THEMES) {
          await read(page, theme);
          await assertLegible(page, player(theme), `${theme}, reading`);
        }
        assert.deepEqual(await axeViolations(page), []);
        await page.close();
      });
    }

    test(`keep the play button legible under the pointer in ${colorScheme} colours`, async () => {
      const { page } = await openThemes(browser, { colorScheme });
      for (const theme of THEMES) {
        const host = `${player(theme)} >>> vorleser-play-button`;
        await (await page.$(playButton(theme)))?.hover();
        await settle(page);
        await assertLegible(page, host, `${theme}, hover`);
        await page.mouse.down();
        await settle(page);
        await assertLegible(page, host, `${theme}, active`);
        await page.mouse.move(0, 0);
        await page.mouse.up();
        await page.focus(playButton(theme));
        await settle(page);
        await assertLegible(page, host, `${theme}, focus`);
      }
      await page.close();
    });
  }

  test('need no exception from a strict policy', async () => {
    const { page, problems } = await openThemes(browser, {}, '?strict');
    for (const theme of THEMES) await read(page, theme);
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('are as high as the space that is reserved for the bar, and stay so', async () => {
    const { page: without } = await openThemes(browser, { javaScript: false });
    const reserved = await heights(without);
    await without.close();
    const { page } = await openThemes(browser);
    assert.deepEqual(await heights(page), reserved);
    for (const [index, theme] of THEMES.entries()) {
      await read(page, theme);
      assert.equal((await heights(page))[index], reserved[index], theme);
    }
    await page.close();
  });

  test('show a single button before anybody listens, if that is the theme', async () => {
    const { page } = await openThemes(browser);
    const shown = () =>
      page.$$eval(
        `${player('button')} >>> button`,
        (buttons) => buttons.filter((button) => button.checkVisibility()).length,
      );
    assert.equal(await shown(), 1);
    await read(page, 'button');
    const more = `${player('button')} >>> vorleser-more-button`;
    await page.$eval(player('button'), (element) =>
      element.scrollIntoView({ block: 'center', behavior: 'instant' }),
    );
    await page.locator(`${more} >>> button`).click();
    await page.waitForSelector(`${more} >>> vorleser-settings-button >>> button`, {
      visible: true,
    });
    await page.close();
  });

  test('fit a screen of 256 pixels', async () => {
    const { page } = await openThemes(browser);
    await page.setViewport({ width: 256, height: 500 });
    for (const theme of THEMES) await read(page, theme);
    const overflow = await sidewaysOverflow(page);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await page.close();
  });
});
