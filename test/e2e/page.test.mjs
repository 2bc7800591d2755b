/** The article page before the article is read: its content, and the size of its downloads. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { axeViolations } from './axe.mjs';
import { launch, open, playerEvent, press, sidewaysOverflow, site, writeDown } from './site.mjs';

const source = readFileSync(new URL('../fixtures/article-de.txt', import.meta.url), 'utf8');

/** The rules for the page, including best practices. */
const AXE_TAGS = [
  'wcag2a',
  'wcag2aa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'wcag2aaa',
  'best-practice',
];

/**
 * Runs in a page before its scripts: adds up its layout shifts, also those right after a press. Within its own controls for a
 * recording, the browser moves the time when it has drawn them.
 */
function recordShift() {
  const scope = /** @type {any} */ (window);
  scope.shift = 0;
  const isWithin = (/** @type {DOMRect} */ inner, /** @type {DOMRect | undefined} */ outer) =>
    outer &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom &&
    inner.left >= outer.left &&
    inner.right <= outer.right;
  new PerformanceObserver((list) => {
    const controls = document.querySelector('audio')?.getBoundingClientRect();
    for (const { value, sources } of /** @type {any[]} */ (list.getEntries())) {
      const rects = sources.map((/** @type {any} */ { currentRect }) => currentRect);
      if (rects.length > 0 && rects.every((/** @type {any} */ rect) => isWithin(rect, controls)))
        continue;
      scope.shift += value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** @returns {Promise<number>} see https://web.dev/articles/cls */
const shift = (/** @type {import('puppeteer-core').Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (window).shift);

describe('the article page', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  test('is plain semantic HTML without JavaScript', async () => {
    const { page } = await open(browser, site.page, { javaScript: false });
    const found = await page.evaluate(() => ({
      mains: document.querySelectorAll('main').length,
      articles: [...document.querySelectorAll('article')].map(({ lang }) => lang),
      headings: [...document.querySelectorAll('h1, h2, h3')].map(
        ({ tagName, textContent }) => `${tagName} ${textContent}`,
      ),
      paragraphs: [...document.querySelectorAll('article > p')].map(
        ({ textContent }) => textContent,
      ),
      header: [...document.querySelectorAll('article > header > *, .dateline > *')].map(
        ({ localName, textContent }) => `${localName} ${textContent?.replace(/\s+/g, ' ').trim()}`,
      ),
      date: document.querySelector('time')?.dateTime,
      jsonLd: document.querySelector('script[type="application/ld+json"]')?.textContent ?? '',
    }));
    assert.equal(found.mains, 1);
    assert.deepEqual(found.articles, ['de']);
    assert.deepEqual(found.headings, [
      'H1 Putin nimmt Einladung nach Nordkorea an',
      'H2 „Perspektiven“ für die militärische Zusammenarbeit',
      'H2 Washington droht mit neuen Sanktionen',
    ]);
    assert.equal(found.paragraphs.length, 7);
    assert.deepEqual(found.header, [
      'h1 Putin nimmt Einladung nach Nordkorea an',
      'div Text by 20 Minutes mit AFP 14. September 2023',
      'span Text by 20 Minutes mit AFP',
      'time 14. September 2023',
    ]);
    assert.equal(found.date, '2023-09-14');
    const jsonLd = JSON.parse(found.jsonLd);
    assert.equal(jsonLd['@type'], 'NewsArticle');
    assert.equal(jsonLd.headline, 'Putin nimmt Einladung nach Nordkorea an');
    assert.equal(jsonLd.inLanguage, 'de');
    assert.equal(jsonLd.creditText, 'Text by 20 Minutes mit AFP');
    await page.close();
  });

  test('has the words of the article, with German quotation marks', async () => {
    const { page } = await open(browser, site.page, { javaScript: false });
    const text = await page.evaluate(() =>
      [
        ...document.querySelectorAll('article > :is(p, h2)'),
        document.querySelector('article .credit'),
      ]
        .map((element) => element?.textContent)
        .join('\n'),
    );
    const plain = text.replaceAll(/[„“]/g, '"');
    assert.equal(plain.replace('"Perspektiven"', 'Perspektiven"'), source.trim());
    assert.ok(!text.includes('"'));
    await page.close();
  });

  test('loads one script of at most 17 KB until the user approaches the controls or presses play, all from its own origin', async () => {
    const page = await browser.newPage();
    /** @type {string[]} */
    const requests = [];
    let bytes = 0;
    const session = await page.createCDPSession();
    await session.send('Network.enable');
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) bytes += encodedDataLength - (scripts.get(requestId) ?? 0);
    });
    const scripts = new Map();
    session.on('Network.responseReceived', ({ requestId, response, type }) => {
      requests.push(response.url);
      if (type === 'Script') scripts.set(requestId, response.encodedDataLength);
    });
    await page.goto(site.page, { waitUntil: 'networkidle0' });
    await new Promise((resolve) => setTimeout(resolve, 1000));
    assert.ok(bytes > 5000 && bytes <= 17_408, `${bytes} bytes of JavaScript`);
    const loaded = requests.map((request) => new URL(request).pathname);
    assert.deepEqual(
      loaded.filter((path) => path.endsWith('.js')),
      ['/vorleser.js'],
    );
    for (const request of requests) assert.ok(request.startsWith(site.page), request);
    assert.equal(await page.evaluate(() => document.cookie + Object.keys(localStorage).join()), '');
    await page.close();
  });

  for (const [name, address] of [
    ['the article page', site.page],
    ['the article page with its recording', site.recorded],
    ['a third-party page with its own font', site.guest],
  ]) {
    test(`${name} has no layout shift when JavaScript arrives, and is not rendered twice`, async () => {
      for (const width of [320, 600, 640, 1000]) {
        const page = await browser.newPage();
        await page.setViewport({ width, height: 800 });
        await page.evaluateOnNewDocument(recordShift);
        // Delays the script, so that the page is painted first.
        await page.setRequestInterception(true);
        page.on('request', (request) => {
          if (request.url().endsWith('/vorleser.js'))
            setTimeout(() => void request.continue(), 700);
          else void request.continue();
        });
        await page.goto(/** @type {string} */ (address), { waitUntil: 'domcontentloaded' });
        const height = () =>
          page.$eval('vorleser-player', (player) => player.getBoundingClientRect().height);
        const kept = await height();
        await page.waitForSelector('vorleser-player >>> vorleser-play-button >>> button', {
          visible: true,
        });
        await new Promise((resolve) => setTimeout(resolve, 700));
        assert.equal(await shift(page), 0, `at ${width} pixels`);
        assert.equal(await height(), kept, `the height at ${width} pixels`);
        assert.equal(await page.$$eval('h1', (headings) => headings.length), 1);
        await page.close();
      }
    });
  }

  test('nothing moves when a reading begins on a wide screen', async () => {
    for (const width of [640, 1000, 1400]) {
      const { page } = await open(browser, site.page, { before: recordShift });
      await page.setViewport({ width, height: 800 });
      await page.waitForSelector('vorleser-player >>> [part=time]', { visible: true });
      await page.evaluate(() => {
        /** @type {any} */ (document.querySelector('vorleser-player')).engines = 'embedded';
        /** @type {any} */ (window).shift = 0;
      });
      await writeDown(page);
      await press(page, 'vorleser-play-button');
      await playerEvent(page, 'playing');
      await page.waitForSelector('vorleser-player >>> vorleser-more-button >>> button', {
        visible: true,
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.equal(await shift(page), 0, `at ${width} pixels`);
      await page.close();
    }
  });

  test('reserves the player’s space by the documented rules', () => {
    const read = (/** @type {string} */ file) =>
      readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    const folded = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
    for (const [page, file] of [
      ['docs/embedding.md', 'article/page.css'],
      ['docs/embedding.md', 'public/gast/index.html'],
      ['docs/recording.md', 'article/page.css'],
    ]) {
      const rules = /```css\n(vorleser-player:not[^`]*)```/.exec(read(page ?? ''))?.[1];
      assert.ok(folded(read(file ?? '')).includes(folded(rules ?? 'no rules')), `${page}, ${file}`);
    }
  });

  test('has lines that are neither too long nor too short to read, and prints black on white', async () => {
    const { page } = await open(browser, site.page);
    await page.setViewport({ width: 1280, height: 800 });
    const length = await page.evaluate(() => {
      const range = document.createRange();
      const lines = [...document.querySelectorAll('article > p')].map((paragraph) => {
        range.selectNodeContents(paragraph);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        return [paragraph.textContent?.length ?? 0, tops.size];
      });
      const sum = (/** @type {number} */ i) => lines.reduce((all, line) => all + (line[i] ?? 0), 0);
      return sum(0) / sum(1);
    });
    assert.ok(length > 50 && length < 72, `${length} characters a line`);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    await page.emulateMediaType('print');
    const printed = await page.evaluate(() =>
      [document.documentElement, document.querySelector('.dateline')].map(
        (element) => element && getComputedStyle(element).color,
      ),
    );
    assert.deepEqual(printed, ['rgb(0, 0, 0)', 'rgb(0, 0, 0)']);
    await page.close();
  });

  test('draws every shape of its icons: one within another would not be drawn', async () => {
    const { page } = await open(browser, site.page);
    await press(page, 'vorleser-play-button');
    await press(page, 'vorleser-more-button');
    await press(page, 'vorleser-settings-button');
    await page.waitForSelector('vorleser-player >>> vorleser-settings', { visible: true });
    const icons = await page.evaluate(() => {
      /** @type {(root: ParentNode) => Element[]} */
      const icons = (root) =>
        [...root.querySelectorAll('*')].flatMap((element) => [
          ...(element.localName === 'svg' ? [element] : []),
          ...(element.shadowRoot ? icons(element.shadowRoot) : []),
        ]);
      return icons(document).map((icon) => [
        icon.querySelectorAll(':scope > *').length,
        icon.querySelectorAll('*').length,
        icon.outerHTML,
      ]);
    });
    assert.ok(icons.length > 8);
    for (const [children, shapes, html] of icons) assert.equal(children, shapes, String(html));
    await page.close();
  });

  test('is silent until the user presses play', async () => {
    const { page } = await open(browser, site.page, {
      before: () => {
        const scope = /** @type {any} */ (window);
        scope.sounds = 0;
        speechSynthesis.speak = () => scope.sounds++;
        HTMLMediaElement.prototype.play = () => Promise.resolve(void scope.sounds++);
      },
    });
    await page.mouse.move(500, 170);
    await page.keyboard.press('Tab');
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).sounds), 0);
    await page.close();
  });

  test('passes axe in each state of the player', async () => {
    const { page, problems } = await open(browser, site.page);
    const violations = () =>
      axeViolations(page, {
        runOnly: { type: 'tag', values: AXE_TAGS },
        rules: { 'target-size': { enabled: true } },
      });
    await writeDown(page);
    assert.deepEqual(await violations(), [], 'idle');
    await press(page, 'vorleser-play-button');
    await playerEvent(page, 'playing');
    assert.deepEqual(await violations(), [], 'speaking');
    await press(page, 'vorleser-play-button');
    assert.deepEqual(await violations(), [], 'paused');
    await press(page, 'vorleser-stop-button');
    assert.deepEqual(await violations(), [], 'stopped');
    assert.deepEqual(problems, []);
    await page.close();
  });

  test('can be operated by keyboard alone, in visual order', async () => {
    const { page } = await open(browser, site.page);
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await writeDown(page);
    const focused = () =>
      page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        if (active === document.body) return '';
        return active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? '';
      });
    /** The names of the controls that Tab reaches one after another, until it leaves the player. */
    const way = async () => {
      const names = [];
      for (;;) {
        await page.keyboard.press('Tab');
        const name = await focused();
        if (name === '') return names;
        names.push(name);
      }
    };
    await page.waitForSelector('vorleser-player >>> vorleser-play-button >>> button', {
      visible: true,
    });
    assert.deepEqual(await way(), ['Artikel anhören', 'Einstellungen']);
    const play = 'vorleser-player >>> vorleser-play-button >>> button';
    await page.focus(play);
    await page.keyboard.press('Space');
    await playerEvent(page, 'playing');
    await page.waitForSelector('vorleser-player >>> vorleser-more-button >>> button', {
      visible: true,
    });
    assert.equal(await focused(), 'Pause');
    await page.mouse.click(2, 2);
    assert.deepEqual(await way(), [
      'Vorlesen überspringen',
      'Pause',
      'Vorheriger Satz',
      'Nächster Satz',
      'Stelle im Artikel',
      'Geschwindigkeit',
      'Mehr',
    ]);
    await page.focus(play);
    await page.keyboard.press('Enter');
    await playerEvent(page, 'pause');
    assert.equal(await focused(), 'Weiter anhören');
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => CSS.highlights.size), 0);
    await page.close();
  });

  for (const [name, viewport] of Object.entries({
    phone: { width: 320, height: 640 },
    tiny: { width: 256, height: 256 },
  })) {
    test(`fits a ${name} screen without horizontal scrolling`, async () => {
      const { page } = await open(browser, site.page);
      await page.setViewport(viewport);
      const overflow = await sidewaysOverflow(page);
      assert.ok(overflow <= 0, `${overflow} pixels too wide`);
      await page.close();
    });
  }
});
