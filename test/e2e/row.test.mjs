/** The row of controls during a reading, „Mehr“ and the bar at the edge: by keyboard, pointer and touch, on screens of many widths. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launch, open, press, site, writeDown } from './site.mjs';

const bar = 'vorleser-player >>> vorleser-mini-bar >>> .bar';

describe('the row during a reading', () => {
  /** @type {import('puppeteer-core').Browser} */
  let browser;
  before(async () => {
    browser = await launch('chromium');
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  test('“More” opened by key has the focus, and the arrow keys pass its lists without a choice', async () => {
    const { page } = await open(browser, site.page);
    await writeDown(page);
    await press(page, 'vorleser-play-button');
    const more = 'vorleser-player >>> vorleser-more-button >>> button';
    await page.waitForSelector(more, { visible: true });
    await page.focus(more);
    await page.keyboard.press('Enter');
    await untilFocused(page, 'Stimme');
    for (const [key, name] of /** @type {const} */ ([
      ['ArrowDown', 'Vorlesen beenden'],
      ['ArrowUp', 'Stimme'],
      ['ArrowUp', 'Leiste anpassen'],
      ['Home', 'Stimme'],
      ['End', 'Leiste anpassen'],
      ['ArrowDown', 'Stimme'],
    ])) {
      await page.keyboard.press(key);
      await untilFocused(page, name);
    }
    const chosen = () =>
      page.evaluate(() => JSON.parse(localStorage.getItem('vorleser') ?? '{}').voice);
    assert.equal(await chosen(), undefined);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => localStorage.getItem('vorleser')?.includes('voice'));
    await untilFocused(page, 'Stimme');
    await leave(page);
  });

  test('Tab leads from the player out of view to the bar, which goes when the reading is ended there', async () => {
    const { page } = await open(browser, site.page);
    await page.setViewport({ width: 1000, height: 500 });
    await press(page, 'vorleser-play-button');
    await page.waitForSelector('vorleser-player >>> vorleser-more-button >>> button', {
      visible: true,
    });
    await page.mouse.move(500, 400);
    const scrolling = nextScroll(page);
    await page.mouse.wheel({ deltaY: 700 });
    await scrolling;
    await page.waitForSelector(bar, { visible: true });
    await untilFocused(page, 'Pause');
    const scrolled = await page.evaluate(() => scrollY);
    const inBar = () =>
      page.$eval(
        'vorleser-player >>> vorleser-mini-bar',
        (bar) => bar.shadowRoot?.activeElement?.localName,
      );
    assert.equal(await inBar(), undefined);
    await page.keyboard.press('Tab');
    assert.equal(await inBar(), 'vorleser-play-button');
    assert.equal(await page.evaluate(() => scrollY), scrolled);
    await page.focus(`${bar} >>> vorleser-more-button >>> button`);
    await page.keyboard.press('Enter');
    await untilFocused(page, 'Stimme');
    await page.keyboard.press('ArrowDown');
    await untilFocused(page, 'Vorlesen beenden');
    await page.keyboard.press('Enter');
    await page.waitForSelector(bar, { hidden: true });
    await untilFocused(page, 'Artikel anhören');
    await page.evaluate(() => localStorage.clear());
    await page.close();
  });

  test('a swipe that begins on the timeline scrolls the page; one along it seeks', async () => {
    const { page } = await open(browser, site.page);
    await page.setViewport({ width: 375, height: 700, hasTouch: true, isMobile: true });
    await page.reload();
    await press(page, 'vorleser-play-button');
    const slider = await page.waitForSelector('vorleser-player >>> vorleser-timeline >>> input', {
      visible: true,
    });
    await press(page, 'vorleser-play-button');
    const time = () =>
      page.$eval('vorleser-player', (player) => /** @type {any} */ (player).currentTime);
    const before = await time();
    /** A touch from the middle of the slider, in CSS px to the right and down. */
    const swipe = async (/** @type {number} */ right, /** @type {number} */ down) => {
      const box = await slider?.boundingBox();
      if (!box) throw new Error('The slider is not shown');
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.touchscreen.touchStart(x, y);
      for (let step = 1; step <= 8; step++)
        await page.touchscreen.touchMove(x + (right * step) / 8, y + (down * step) / 8);
      await page.touchscreen.touchEnd();
    };
    // A swipe ends with a fling.
    const scrolled = nextScroll(page);
    await swipe(4, -120);
    assert.ok((await scrolled) > 50);
    assert.equal(await time(), before);
    await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await swipe(60, 4);
    await page.waitForFunction(
      (before) =>
        /** @type {any} */ (document.querySelector('vorleser-player')).currentTime > before + 60,
      {},
      before,
    );
    await leave(page);
  });
  for (const { width, row, more } of [
    { width: 375, row: ['Vorheriger Satz', 'Nächster Satz', 'Geschwindigkeit'], more: [] },
    { width: 320, row: ['Vorheriger Satz', 'Nächster Satz'], more: ['Geschwindigkeit'] },
  ]) {
    test(`says on a phone of ${width} pixels who reads, and its bar at the edge is one row`, async () => {
      const { page } = await open(browser, site.page);
      await page.setViewport({ width, height: 640 });
      await page.waitForFunction(
        () =>
          document
            .querySelector('vorleser-player')
            ?.shadowRoot?.querySelector('[part=play-details]')
            ?.textContent?.includes('Min'),
        { polling: 20 },
      );
      const details = 'vorleser-player >>> [part=play-details]';
      const shown = await page.$eval(details, (element) => {
        const { clientWidth, scrollWidth, innerText } = /** @type {HTMLElement} */ (element);
        return { text: innerText.trim(), isWhole: clientWidth > 0 && scrollWidth <= clientWidth };
      });
      assert.deepEqual(shown, { text: '3 Min. · Computerstimme', isWhole: true });
      await readFrom(page, 12);
      await page.waitForSelector(bar, { visible: true });
      const inBar = await page.$$eval(`${bar} >>> :is(button, select)`, (controls) =>
        controls
          .filter((control) => control.checkVisibility())
          .map((control) => ({
            name: control.ariaLabel ?? control.textContent?.trim() ?? '',
            top: Math.round(control.getBoundingClientRect().top),
          }))
          .filter(({ name }) => !/^Zurück zu|^Letzten Sprung|^Zur Lesestelle/.test(name)),
      );
      assert.deepEqual(
        inBar.map(({ name }) => name),
        ['Zum Player', 'Pause', ...row, 'Mehr', 'Vorlesen beenden'],
      );
      assert.equal(new Set(inBar.map(({ top }) => top)).size, 1, 'one row');
      await press(page, 'vorleser-mini-bar >>> vorleser-more-button');
      await page.waitForSelector(`${bar} >>> vorleser-stop-button >>> button`, { visible: true });
      const named = await page.$$eval(`${bar} >>> vorleser-more-button >>> select`, (all) =>
        all.filter((each) => each.checkVisibility()).map((each) => each.ariaLabel),
      );
      assert.deepEqual(named, [...more, 'Stimme', 'Einschlaf-Timer']);
      await page.locator(`${bar} >>> .close`).click();
      await page.waitForSelector(`${bar} >>> vorleser-stop-button`, { hidden: true });
      await leave(page);
    });
  }

  test('what the listener has pinned moves nothing out of the bar at the edge, however narrow the screen is', async () => {
    const { page } = await open(browser, site.page);
    await page.evaluate(() =>
      localStorage.setItem(
        'vorleser',
        JSON.stringify({
          version: 1,
          pinned: ['next-paragraph', 'voice', 'sleep', 'stop', 'link'],
        }),
      ),
    );
    for (const [width, controls] of /** @type {const} */ ([
      [320, ['Nächster Absatz', 'Link zu diesem Satz kopieren']],
      [375, ['Vorheriger Satz', 'Nächster Absatz', 'Link zu diesem Satz kopieren']],
      [600, ['Vorheriger Satz', 'Nächster Absatz', 'Link zu diesem Satz kopieren']],
      [720, ['Nächster Absatz', 'Stimme']],
      [1280, ['Vorheriger Satz', 'Nächster Absatz', 'Stimme', 'Einschlaf-Timer']],
    ])) {
      await page.setViewport({ width, height: 640 });
      await page.reload();
      await readFrom(page, 12);
      await page.waitForSelector(bar, { visible: true });
      // Both buttons that come and go are there.
      await page.$eval('vorleser-player', (player) => /** @type {any} */ (player).seekToCue(15));
      await page.waitForSelector(`${bar} >>> vorleser-back-button >>> button`, { visible: true });
      const shown = await page.$$eval(`${bar} >>> :is(button, select)`, (all) =>
        all
          .filter((each) => each.checkVisibility())
          .map((each) => {
            const { left, right, top } = each.getBoundingClientRect();
            return { name: each.ariaLabel ?? each.textContent?.trim() ?? '', left, right, top };
          })
          .sort((one, other) => one.left - other.left),
      );
      const names = shown.map(({ name }) => name);
      for (const name of ['Zum Player', 'Pause', ...controls, 'Mehr', 'Vorlesen beenden'])
        assert.equal(names.filter((other) => other === name).length, 1, `${name} at ${width}`);
      assert.equal(new Set(shown.map(({ top }) => Math.round(top))).size, 1, `one row at ${width}`);
      for (const [index, { name, left }] of shown.entries()) {
        const before = shown[index - 1]?.right ?? 0;
        assert.ok(left > before - 1, `${name} at ${width} begins at ${left}, before ${before}`);
      }
      assert.ok((shown.at(-1)?.right ?? 0) <= width, `the last one at ${width}`);
    }
    await leave(page);
  });

  test('the sheet of “Mehr” on a phone stays for the next press, and the sentence is above it', async () => {
    const { page } = await open(browser, site.page);
    await page.setViewport({ width: 375, height: 700, hasTouch: true, isMobile: true });
    await page.reload();
    await readFrom(page, 0);
    await press(page, 'vorleser-more-button');
    const panel = 'vorleser-player >>> vorleser-more-button >>> .overlay';
    const next = `${panel} >>> vorleser-skip-button[direction=next][unit=paragraph] >>> button`;
    for (let times = 0; times < 3; times++) {
      const index = () =>
        page.$eval('vorleser-player', (player) => /** @type {any} */ (player).activeCue?.index);
      const before = await index();
      await page.locator(next).click();
      await page.waitForFunction(
        (before) =>
          /** @type {any} */ (document.querySelector('vorleser-player')).activeCue?.index > before,
        {},
        before,
      );
    }
    await page.waitForFunction(() => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      const sheet = player.shadowRoot
        .querySelector('vorleser-more-button')
        ?.shadowRoot.querySelector('.overlay');
      const { top, bottom } = player.activeCue.range.getBoundingClientRect();
      return top >= 0 && bottom <= sheet?.getBoundingClientRect().top;
    });
    assert.equal(await page.$(bar), null);
    await page.locator(`${panel} >>> .close`).click();
    await page.waitForSelector(bar, { visible: true });
    await leave(page);
  });

  test('“Mehr” that a pointer has opened is left by scrolling the page', async () => {
    const { page } = await open(browser, site.page);
    await page.setViewport({ width: 1000, height: 700 });
    await readFrom(page, 0);
    await press(page, 'vorleser-more-button');
    const panel = 'vorleser-player >>> vorleser-more-button >>> .overlay';
    await page.waitForSelector(panel, { visible: true });
    await page.mouse.move(200, 400);
    await page.mouse.wheel({ deltaY: 1000 });
    await page.waitForSelector(panel, { hidden: true });
    await page.waitForSelector(bar, { visible: true });
    await leave(page);
  });
});

/**
 * Waits until the next scroll of the page has ended.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<number>} where the page is then, in CSS px
 */
function nextScroll(page) {
  return page.evaluate(
    () => new Promise((done) => addEventListener('scrollend', () => done(scrollY), { once: true })),
  );
}

/** Waits until the control with a name has the focus. */
function untilFocused(
  /** @type {import('puppeteer-core').Page} */ page,
  /** @type {string} */ name,
) {
  return page.waitForFunction(
    (name) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return (active?.ariaLabel ?? active?.textContent?.trim()) === name;
    },
    {},
    name,
  );
}

/** Reads with the embedded voice from a sentence on. */
async function readFrom(
  /** @type {import('puppeteer-core').Page} */ page,
  /** @type {number} */ index,
) {
  await page.$eval(
    'vorleser-player',
    (element, index) => {
      const player = /** @type {any} */ (element);
      player.engines = 'embedded';
      player.seekToCue(index);
      return player.play();
    },
    index,
  );
}

/** Closes a page, and forgets what its player has stored. */
async function leave(/** @type {import('puppeteer-core').Page} */ page) {
  await page.evaluate(() => {
    document.querySelector('vorleser-player')?.remove();
    localStorage.clear();
  });
  await page.close();
}
