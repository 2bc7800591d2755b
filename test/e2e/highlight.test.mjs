/** What is painted: three sentences and a word of each by their pixels, in both browsers and in all colours. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { clearest, contrast, lookAt } from './pixels.mjs';
import { browserNames, launch, open, site } from './site.mjs';

after(() => site.close());

// Kept to be looked at.
mkdirSync('test/output', { recursive: true });

const SENTENCES = [0, 2, 7];

/**
 * @typedef {object} Mode
 * @property {string} query that holds in it
 * @property {{ colorScheme?: string, contrast?: string, forcedColors?: boolean }} [emulated] what Chromium is told
 * @property {Record<string, unknown>} [firefoxPrefs]
 * @property {string} page the background of its text
 * @property {[sentence: string, word: string]} [marks] their backgrounds, where they are the player's own
 */

/** @type {Record<string, Mode>} */
const MODES = {
  light: {
    query: '(prefers-color-scheme: light)',
    page: 'rgb(253, 252, 250)',
    marks: ['rgb(255, 239, 176)', 'rgb(255, 210, 77)'],
  },
  dark: {
    query: '(prefers-color-scheme: dark)',
    emulated: { colorScheme: 'dark' },
    firefoxPrefs: { 'layout.css.prefers-color-scheme.content-override': 0 },
    page: 'rgb(25, 24, 22)',
    marks: ['rgb(74, 61, 0)', 'rgb(105, 84, 0)'],
  },
  'more contrast': {
    query: '(prefers-contrast: more)',
    emulated: { contrast: 'more' },
    // What a system in high contrast says, in a browser that keeps the colours of pages.
    firefoxPrefs: { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 1 },
    page: 'rgb(253, 252, 250)',
    marks: ['rgb(255, 239, 176)', 'rgb(255, 210, 77)'],
  },
  'forced colours': {
    query: '(forced-colors: active)',
    emulated: { forcedColors: true },
    page: 'rgb(255, 255, 255)',
  },
  'forced colours, dark': {
    query: '(forced-colors: active) and (prefers-color-scheme: dark)',
    emulated: { forcedColors: true, colorScheme: 'dark' },
    firefoxPrefs: {
      'browser.display.use_system_colors': false,
      'browser.display.background_color': '#000000',
      'browser.display.foreground_color': '#ffffff',
    },
    page: 'rgb(0, 0, 0)',
  },
};

for (const browserName of browserNames) {
  for (const [
    modeName,
    { query, emulated = {}, firefoxPrefs, page: paper, marks },
  ] of Object.entries(MODES)) {
    test(
      `${browserName} paints the sentence and the word that are heard, ${modeName}`,
      { timeout: 60_000 },
      async () => {
        const { forcedColors } = emulated;
        const browser = await launch(browserName, { forcedColors, firefoxPrefs });
        try {
          const options = browserName === 'chromium' ? emulated : {};
          const { page, problems } = await open(browser, site.page, options);
          assert.ok(await page.evaluate((query) => matchMedia(query).matches, query), query);
          await start(page);
          for (const index of SENTENCES) {
            await hear(page, index);
            const file = `test/output/${browserName} ${modeName} ${index}.png`;
            const seen = await lookAt(page, index, file);
            assert.equal(seen.after, paper);
            if (marks) assert.deepEqual([seen.background, seen.wordBackground], marks);
            assertClear(seen, `${index}`);
          }
          assert.deepEqual(problems, []);
        } finally {
          await browser.close();
        }
      },
    );
  }
}

/**
 * Marked text is read at 7:1 (WCAG 1.4.6). Colour is not all: something as wide as the sentence stands out from the page, and
 * as wide as the word from the sentence, at 3:1 at least (WCAG 1.4.1, 1.4.11).
 */
function assertClear(
  /** @type {import('./pixels.mjs').Painted} */ seen,
  /** @type {string} */ sentence,
) {
  const { background, after, lines, inks, wordBackground, wordInks, wordRows } = seen;
  const ofWord = [[wordBackground, background], ...wordRows].map(([word = '', beside = '']) =>
    contrast(word, beside),
  );
  const ratios = {
    'the sentence': [clearest(lines, after), 3],
    'its text': [clearest(inks, background), 7],
    'its word': [Math.max(...ofWord), 3],
    'the text of its word': [clearest(wordInks, wordBackground), 7],
  };
  for (const [what, [ratio = 1, least = 7]] of Object.entries(ratios))
    assert.ok(ratio >= least, `${what} (sentence ${sentence}): ${ratio.toFixed(2)}:1`);
}

async function start(/** @type {import('puppeteer-core').Page} */ page) {
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'embedded';
  });
  await page.click('vorleser-player >>> vorleser-play-button >>> button');
}

/** Lets a sentence be heard up to a word of some length, and pauses there so that both stay marked. */
async function hear(
  /** @type {import('puppeteer-core').Page} */ page,
  /** @type {number} */ index,
) {
  await page.evaluate(async (index) => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    await player.play();
    player.seekToCue(index);
    await new Promise((resolve) => {
      player.addEventListener('boundary', function heard(/** @type {CustomEvent} */ { detail }) {
        const { activeCue } = player;
        if (activeCue?.index !== index || player.seeking || detail.end - detail.start < 4) return;
        player.removeEventListener('boundary', heard);
        /** @type {any} */ (window).heardWord = activeCue.rangeOf(detail.start, detail.end);
        player.pause();
        resolve(undefined);
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 800));
  }, index);
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
