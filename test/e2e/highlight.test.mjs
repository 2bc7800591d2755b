/** What is painted: three sentences by their pixels, in both browsers, light, dark and in forced colours. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { browserNames, launch, open, site } from './site.mjs';

after(() => site.close());

// Kept to be looked at.
mkdirSync('test/output', { recursive: true });

const SENTENCES = [0, 2, 7];

/** The page's own, by its style sheet.
 * @type {Record<string, string>} */
const BACKGROUNDS = { light: 'rgb(253, 252, 250)', dark: 'rgb(25, 24, 22)' };

const MODES = /** @type {const} */ ({
  light: { colour: 'rgb(255, 239, 176)' },
  dark: { colorScheme: 'dark', colour: 'rgb(74, 61, 0)' },
  'forced colours': { forcedColors: true },
});

for (const browserName of browserNames) {
  for (const [modeName, mode] of Object.entries(MODES)) {
    test(
      `${browserName} paints the sentence that is heard, ${modeName}`,
      { timeout: 60_000 },
      async (context) => {
        const {
          colorScheme,
          forcedColors = false,
          colour,
        } = /** @type {{ colorScheme?: string, forcedColors?: boolean, colour?: string }} */ (mode);
        if (browserName === 'firefox' && colorScheme)
          return context.skip('Firefox is asked for its colours by a preference');
        const browser = await launch(browserName, { forcedColors });
        try {
          const emulated = browserName === 'chromium' ? { colorScheme, forcedColors } : {};
          const { page, problems } = await open(browser, site.page, emulated);
          assert.equal(
            await page.evaluate(() => matchMedia('(forced-colors: active)').matches),
            forcedColors,
          );
          await page.evaluate(() => {
            /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'embedded';
          });
          await page.click('vorleser-player >>> vorleser-play-button >>> button');
          for (const index of SENTENCES) {
            await hear(page, index);
            const screenshot = await page.screenshot({ encoding: 'base64' });
            writeFileSync(
              `test/output/${browserName} ${modeName} ${index}.png`,
              screenshot,
              'base64',
            );
            const { here, elsewhere, lines } = await painted(page, screenshot, index);
            if (colour) assert.equal(here, colour, `sentence ${index}`);
            assert.equal(
              elsewhere,
              BACKGROUNDS[modeName] ?? 'rgb(255, 255, 255)',
              `after sentence ${index}`,
            );
            assert.notEqual(here, elsewhere);
            // Colour is not all: something as wide as the sentence stands out at 3:1 at least (WCAG 1.4.1, 1.4.11).
            const clearest = Math.max(...lines.map((line) => contrast(line, elsewhere)));
            assert.ok(clearest >= 3, `sentence ${index}: ${clearest}:1`);
          }
          assert.deepEqual(problems, []);
        } finally {
          await browser.close();
        }
      },
    );
  }
}

/** Lets a sentence be heard, and pauses in it so that it stays as it is. */
async function hear(
  /** @type {import('puppeteer-core').Page} */ page,
  /** @type {number} */ index,
) {
  await page.evaluate(async (index) => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    await player.play();
    player.seekToCue(index);
    while (player.activeCue?.index !== index || player.seeking)
      await new Promise((resolve) => setTimeout(resolve, 10));
    player.pause();
    // The word is marked in a colour of its own.
    CSS.highlights.delete('vorleser-word');
    await new Promise((resolve) => setTimeout(resolve, 800));
  }, index);
}

/** The contrast ratio of two colours, `rgb(…)`, by WCAG 2. */
function contrast(/** @type {string} */ one, /** @type {string} */ other) {
  const [low = 0, high = 0] = [one, other].map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function luminance(/** @type {string} */ colour) {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((channel) => {
    const share = Number(channel) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * The colour that most pixels of a sentence have on a screenshot, and of the one after it; and the colours of its lines of
 * pixels, as far as they have one.
 *
 * @param {import('puppeteer-core').Page} page
 * @param {string} screenshot
 * @param {number} index
 * @returns {Promise<{ here: string, elsewhere: string, lines: string[] }>}
 */
function painted(page, screenshot, index) {
  return page.evaluate(
    async (screenshot, index) => {
      const bytes = Uint8Array.from(atob(screenshot), (character) => character.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const options = { willReadFrequently: true };
      const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
        canvas.getContext('2d', options)
      );
      context.drawImage(picture, 0, 0);
      const mostOf = (/** @type {number[][]} */ pixels) => {
        /** @type {Map<string, number>} */
        const counts = new Map();
        for (const pixel of pixels)
          counts.set(`rgb(${pixel.join(', ')})`, (counts.get(`rgb(${pixel.join(', ')})`) ?? 0) + 1);
        const [colour = '', count = 0] =
          [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
        return { colour, share: count / pixels.length };
      };
      const rowsOf = (/** @type {Range} */ range) =>
        [...range.getClientRects()].flatMap(({ left, top, width, height }) => {
          if (width < 1 || height < 1 || top < 0 || top + height > innerHeight) return [];
          return Array.from({ length: Math.floor(height) }, (_, row) => {
            const { data } = context.getImageData(left, top + row, width, 1);
            return Array.from({ length: data.length / 4 }, (_, i) => [
              ...data.slice(4 * i, 4 * i + 3),
            ]);
          });
        });
      const { cues } = /** @type {any} */ (document.querySelector('vorleser-player'));
      const rows = rowsOf(cues[index].range);
      return {
        here: mostOf(rows.flat()).colour,
        elsewhere: mostOf(rowsOf(cues[index + 1].range).flat()).colour,
        lines: rows.map(mostOf).flatMap(({ colour, share }) => (share > 0.7 ? colour : [])),
      };
    },
    screenshot,
    index,
  );
}

describe('a page without the Custom Highlight API', () => {
  test('is read all the same, and nothing is marked', async () => {
    const browser = await launch('chromium');
    try {
      const { page, problems } = await open(browser, site.page, {
        before: () => {
          delete (/** @type {any} */ (CSS).highlights);
          delete (/** @type {any} */ (window).Highlight);
        },
      });
      await page.click('vorleser-player >>> vorleser-play-button >>> button');
      await page.waitForFunction(
        () => /** @type {any} */ (document.querySelector('vorleser-player')).activeCue?.index === 1,
        {
          timeout: 20_000,
        },
      );
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });
});
