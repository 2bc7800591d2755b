/** The highlight as it is painted: the pixels of three sentences and a word of each, in both browsers and in all colours. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { clearest, contrast, lookAt } from './pixels.mjs';
import { browserNames, launch, open, site } from './site.mjs';

after(() => site.close());

// Screenshots are kept there, for people to look at.
mkdirSync('test/output', { recursive: true });

const SENTENCES = [0, 2, 7];

/**
 * @typedef {object} Mode
 * @property {string} query a media query that matches in this mode
 * @property {{ colorScheme?: string, contrast?: string, forcedColors?: boolean }} [emulated] the media features that Chromium emulates
 * @property {Record<string, unknown>} [firefoxPrefs]
 * @property {string} page the background of the page's text
 * @property {[sentence: string, word: string]} [marks] the backgrounds of the highlights, if the player sets them
 */

/** @type {Mode} */
const LIGHT = {
  query: '(prefers-color-scheme: light)',
  page: 'rgb(253, 252, 250)',
  marks: ['rgb(255, 239, 176)', 'rgb(255, 210, 77)'],
};

/** @type {Record<string, Mode>} */
const MODES = {
  light: LIGHT,
  dark: {
    query: '(prefers-color-scheme: dark)',
    emulated: { colorScheme: 'dark' },
    firefoxPrefs: { 'layout.css.prefers-color-scheme.content-override': 0 },
    page: 'rgb(25, 24, 22)',
    marks: ['rgb(74, 61, 0)', 'rgb(105, 84, 0)'],
  },
  'more contrast': {
    ...LIGHT,
    query: '(prefers-contrast: more)',
    emulated: { contrast: 'more' },
    // What a system in high contrast reports, in a browser that keeps the colours of pages.
    firefoxPrefs: { 'ui.useAccessibilityTheme': 1, 'browser.display.document_color_use': 1 },
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

/**
 * A window of 1000 by 800 pixels, at 100 % and at 400 %.
 *
 * @type {Record<string, { viewport: import('puppeteer-core').Viewport, css?: string }>}
 */
const ZOOMS = {
  'at 100 %': { viewport: { width: 1000, height: 800 } },
  'at 400 %': { viewport: { width: 250, height: 200, deviceScaleFactor: 4 } },
  'with a zoom of the page': { viewport: { width: 1000, height: 800 }, css: '4' },
};

const NO_PRINT = 'Firefox prints only to PDF, which has no pixels';

/** The timeout of a test on a busy machine. */
const LIMIT = { timeout: 60_000 };

/**
 * @typedef {object} Visit how the article is opened; both functions run in the page
 * @property {() => void} [before] before the page's own scripts
 * @property {() => void} [edit] before the voice starts
 */

/** A reader who has set a mode in a browser. */
class Reader {
  /** @type {import('puppeteer-core').Browser | undefined} */
  #browser;

  /** @type {import('puppeteer-core').BrowserContext | undefined} */
  #context;

  /** What the last test has left open. @type {{ visit: Visit, page: import('puppeteer-core').Page, problems: string[] } | undefined} */
  #left;

  constructor(
    /** @type {import('./site.mjs').BrowserName} */ browserName,
    /** @type {Mode} */ mode,
  ) {
    this.browserName = browserName;
    this.mode = mode;
  }

  async launch() {
    const { emulated = {}, firefoxPrefs } = this.mode;
    const { forcedColors } = emulated;
    this.#browser = await launch(this.browserName, { forcedColors, firefoxPrefs });
  }

  async close() {
    await this.#browser?.close();
  }

  /**
   * Looks at the article while it is read. Its page has a strict policy and must report no problems. Tests in succession with the same
   * visit share the page, because a first sentence takes more of the processor than all that follows; none goes on after a failure.
   *
   * @param {Visit} visit
   * @param {(page: import('puppeteer-core').Page) => Promise<void>} look
   */
  async read(visit, look) {
    const opened = this.#left?.visit === visit ? this.#left : await this.#open(visit);
    this.#left = undefined;
    await look(opened.page);
    assert.deepEqual(opened.problems, []);
    this.#left = opened;
  }

  /** Opens the article as on a first visit, and starts the voice. */
  async #open(/** @type {Visit} */ visit) {
    const { query, emulated } = this.mode;
    await this.#context?.close();
    this.#context = await /** @type {any} */ (this.#browser).createBrowserContext();
    const options = this.browserName === 'chromium' ? emulated : {};
    const { page, problems } = await open(/** @type {any} */ (this.#context), site.strict, {
      ...options,
      before: visit.before,
    });
    assert.ok(await page.evaluate((query) => matchMedia(query).matches, query), query);
    if (visit.edit) await page.evaluate(visit.edit);
    await page.evaluate(() => {
      /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'embedded';
    });
    await page.click('vorleser-player >>> vorleser-play-button >>> button');
    return { visit, page, problems };
  }
}

/** Runs before the page's own scripts. */
function withoutHighlights() {
  delete (/** @type {any} */ (CSS).highlights);
  delete (/** @type {any} */ (window).Highlight);
}

/** Replaces the article by a text with a left-to-right name in its second sentence. Runs in the page. */
function writeHebrew() {
  document.documentElement.dir = 'rtl';
  const article = /** @type {Element} */ (document.querySelector('article'));
  for (const element of [...article.children])
    if (element.localName !== 'vorleser-player') element.remove();
  const paragraph = document.createElement('p');
  paragraph.textContent = [
    'מה שלומך?',
    'המשפט הזה על Berlin ארוך יותר, כך שהוא תופס יותר משורה אחת של טקסט על המסך, ואולי אפילו שתיים או שלוש!',
    'טוב.',
  ].join(' ');
  article.append(paragraph);
}

/** @type {Visit} */
const AS_IT_IS = {};
/** @type {Visit} */
const WITHOUT_HIGHLIGHTS = { before: withoutHighlights };
/** @type {Visit} */
const IN_HEBREW = { edit: writeHebrew };

for (const browserName of browserNames) {
  for (const [modeName, mode] of Object.entries(MODES)) {
    describe(`${browserName}, ${modeName}`, () => {
      const reader = new Reader(browserName, mode);
      before(() => reader.launch());
      after(() => reader.close());

      test('the highlight is on the sentence and the word that are being read', LIMIT, () =>
        reader.read(AS_IT_IS, async (page) => {
          for (const index of SENTENCES) {
            await hear(page, index);
            const file = `test/output/${browserName} ${modeName} ${index}.png`;
            const seen = await lookAt(page, index, file);
            assert.equal(seen.after, mode.page);
            if (mode.marks) assert.deepEqual([seen.background, seen.wordBackground], mode.marks);
            assertClear(seen, `${index}`);
          }
        }),
      );

      if (mode === LIGHT) describeHighlight(reader);

      test('without the Custom Highlight API, lines are drawn below the text', LIMIT, () =>
        reader.read(WITHOUT_HIGHLIGHTS, async (page) => {
          for (const index of SENTENCES) {
            await hear(page, index);
            const file = `test/output/${browserName} ${modeName}, lines ${index}.png`;
            const seen = await lookAt(page, index, file);
            assert.deepEqual([seen.after, seen.background], [mode.page, mode.page]);
            assertClear(seen, `${index}`);
          }
        }),
      );

      if (mode === LIGHT) describeLines(reader);
    });
  }
}

/** Tests of the highlight in print and in other layouts of the page. */
function describeHighlight(/** @type {Reader} */ reader) {
  const { browserName } = reader;

  test('the highlight is not printed', LIMIT, async (context) => {
    if (browserName === 'firefox') return context.skip(NO_PRINT);
    await reader.read(AS_IT_IS, async (page) => {
      await hear(page, 2);
      await print(page);
      const seen = await lookAt(page, 2, `test/output/${browserName} print.png`);
      const ink = await page.$eval('article p', (element) => getComputedStyle(element).color);
      assert.deepEqual([seen.background, seen.wordBackground], [seen.after, seen.after]);
      assert.deepEqual([...new Set(seen.lines)], [seen.after]);
      assert.equal(clearest(seen.inks, seen.after), contrast(ink, seen.after));
      assert.equal(clearest(seen.wordInks, seen.after), contrast(ink, seen.after));
      await page.emulateMediaType();
    });
  });

  for (const [name, zoom] of Object.entries(ZOOMS))
    test(`the highlight covers the sentence and nothing else, ${name}`, LIMIT, () =>
      reader.read(AS_IT_IS, async (page) => {
        await zoomTo(page, zoom);
        await hear(page, 1);
        assertCovered(await lookAt(page, 1, `test/output/${browserName} ${name}.png`));
      }),
    );

  test('the highlight covers right-to-left text', LIMIT, () =>
    reader.read(IN_HEBREW, async (page) => {
      await hear(page, 1);
      assertCovered(await lookAt(page, 1, `test/output/${browserName} right to left.png`));
    }),
  );
}

/** The same for the lines of a browser without the Custom Highlight API. */
function describeLines(/** @type {Reader} */ reader) {
  const { browserName } = reader;

  test('without the Custom Highlight API, the lines are not printed', LIMIT, async (context) => {
    if (browserName === 'firefox') return context.skip(NO_PRINT);
    await reader.read(WITHOUT_HIGHLIGHTS, async (page) => {
      await hear(page, 2);
      await print(page);
      const seen = await lookAt(page, 2, `test/output/${browserName} print, lines.png`);
      assert.deepEqual([...new Set(seen.lines)], [seen.after]);
      await page.emulateMediaType();
    });
  });

  for (const [name, zoom] of Object.entries(ZOOMS))
    test(`without the Custom Highlight API, lines are drawn below the text, ${name}`, LIMIT, () =>
      reader.read(WITHOUT_HIGHLIGHTS, async (page) => {
        await zoomTo(page, zoom);
        await hear(page, 1);
        const seen = await lookAt(page, 1, `test/output/${browserName} ${name}, lines.png`);
        assertClear(seen, '1');
      }),
    );
}

/**
 * Highlighted text has a contrast of 7:1 (WCAG 1.4.6). The highlight does not rely on colour alone: a line as wide as the
 * sentence contrasts with the page, and one as wide as the word with the sentence, by at least 3:1 (WCAG 1.4.1, 1.4.11).
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

/** Every column of the sentence has its background, unless a letter fills it, and no other part of the page has. */
function assertCovered(/** @type {import('./pixels.mjs').Painted} */ { stray, covered }) {
  assert.equal(stray, 0);
  assert.ok(covered > 0.98, `${covered} of the sentence`);
}

async function zoomTo(
  /** @type {import('puppeteer-core').Page} */ page,
  /** @type {{ viewport: import('puppeteer-core').Viewport, css?: string }} */ {
    viewport,
    css = '',
  },
) {
  await page.setViewport(viewport);
  await page.evaluate((css) => document.documentElement.style.setProperty('zoom', css), css);
}

/** Lays out the page as for print, where the word may be elsewhere. */
async function print(/** @type {import('puppeteer-core').Page} */ page) {
  await page.emulateMediaType('print');
  await page.evaluate(showWord);
}

/** Reads a sentence up to a word of some length, pauses so that both stay highlighted, and waits until nothing moves. */
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
  }, index);
  await page.evaluate(untilStill, 8000);
  await page.evaluate(showWord);
  await page.evaluate(untilStill, 12_000);
}

/**
 * Scrolls to the word, if the pause has stopped the player's own scroll before its end, or the sentence is taller than the window
 * and the word was reported late. Runs in the page.
 */
function showWord() {
  const word = /** @type {Range} */ (/** @type {any} */ (window).heardWord);
  const { top, bottom } = word.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight / 2)
    window.scrollBy({ top: bottom - innerHeight / 2, behavior: 'instant' });
}

/**
 * Waits until the sentence is in view and neither it nor the bar at the edge of the screen has moved for half a second and ten
 * frames: on a busy machine, scrolling takes longer. Runs in the page.
 *
 * @param {number} atMost how long to wait, in milliseconds
 */
async function untilStill(atMost) {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const bar = () =>
    player.shadowRoot.querySelector('vorleser-mini-bar')?.shadowRoot.querySelector('.bar');
  const end = performance.now() + atMost;
  let places = '';
  let since = performance.now();
  for (let frames = 0; frames < 10 || performance.now() - since < 500; frames++) {
    if (performance.now() > end) return;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const sentence = player.activeCue.range.getBoundingClientRect();
    const now = JSON.stringify([sentence, bar()?.getBoundingClientRect()]);
    if (now === places && sentence.bottom > 0 && sentence.top < innerHeight) continue;
    places = now;
    since = performance.now();
    frames = 0;
  }
}
