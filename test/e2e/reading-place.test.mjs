/** The reading position: following, the bar at the edge of the screen, listening from a selection, links to a sentence. */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import {
  browserNames,
  launch,
  message,
  open,
  playerEvent,
  press,
  sidewaysOverflow,
  site,
  writeDown,
} from './site.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

after(() => site.close());

// Screenshots are kept there, for people to look at.
mkdirSync('test/output', { recursive: true });

const wait = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Reads with the embedded voice from a sentence far below the player. */
async function readFar(/** @type {Page} */ page, index = 12) {
  await page.evaluate((index) => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    player.engines = 'embedded';
    player.seekToCue(index);
  }, index);
  await writeDown(page);
  await press(page, 'vorleser-play-button');
  await playerEvent(page, 'playing');
  await page.waitForSelector('vorleser-player >>> vorleser-mini-bar >>> .bar', { visible: true });
  await wait(1200);
}

/** The positions of the current sentence and the bar, in CSS px from the upper edge of the viewport. */
const places = (/** @type {Page} */ page) =>
  page.evaluate(() => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    const bar = player.shadowRoot
      .querySelector('vorleser-mini-bar')
      ?.shadowRoot.querySelector('.bar')
      ?.getBoundingClientRect();
    const sentence = player.activeCue?.range?.getBoundingClientRect();
    const { innerHeight, scrollY } = window;
    return {
      bar: bar && { top: bar.top, bottom: bar.bottom },
      sentence: sentence && { top: sentence.top, bottom: sentence.bottom },
      innerHeight,
      scrollY,
    };
  });

const isAway = (/** @type {Page} */ page) =>
  page.evaluate(
    () =>
      document
        .querySelector('vorleser-player')
        ?.shadowRoot?.querySelector('vorleser-place-button')
        ?.shadowRoot?.querySelector('button')?.className === 'offered',
  );

/** Turns the wheel of the mouse over the page. */
async function wheel(/** @type {Page} */ page, /** @type {number} */ deltaY) {
  await page.mouse.move(300, 200);
  await page.mouse.wheel({ deltaY });
  await wait(900);
}

for (const browserName of browserNames) {
  describe(browserName, () => {
    test(
      'follows the voice, lets the reader scroll away, and offers a way back',
      { timeout: 120_000 },
      async () => {
        const browser = await launch(browserName);
        try {
          const { page, problems } = await open(browser, site.strict);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          await readFar(page);
          const followed = await places(page);
          assert.ok(followed.sentence && followed.sentence.top >= 0);
          assert.ok(followed.bar && followed.sentence.bottom <= followed.bar.top);
          assert.equal(followed.bar.bottom, followed.innerHeight);
          assert.equal(await isAway(page), false);
          assert.equal(
            await page.evaluate(() => document.activeElement?.localName),
            'vorleser-player',
          );
          await wheel(page, -followed.scrollY);
          assert.equal((await places(page)).scrollY, 0);
          assert.equal(await isAway(page), true);
          await press(page, 'vorleser-place-button');
          await wait(1200);
          const back = await places(page);
          assert.ok(back.sentence && back.bar && back.sentence.bottom <= back.bar.top);
          assert.ok(back.sentence.top >= 0);
          assert.equal(await isAway(page), false);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
          const { changes } = await page.evaluate(() => ({
            changes: /** @type {any} */ (window).changes,
          }));
          assert.equal(changes, 0);
          assert.deepEqual(problems, []);
        } finally {
          await browser.close();
        }
      },
    );

    test('never covers the focused element', { timeout: 120_000 }, async () => {
      const browser = await launch(browserName);
      try {
        const { page, problems } = await open(browser, site.page);
        await page.setViewport({ width: 320, height: 256 });
        await page.evaluate(() => {
          const list = document.createElement('ul');
          for (let number = 0; number < 30; number++) {
            const item = list.appendChild(document.createElement('li'));
            const link = item.appendChild(document.createElement('a'));
            link.href = `#${number}`;
            link.textContent = `Verweis ${number}`;
          }
          document.querySelector('main')?.after(list);
          const main = /** @type {HTMLElement} */ (document.querySelector('main'));
          main.style.paddingBottom = '0';
        });
        await readFar(page, 14);
        await page.evaluate(() => document.querySelector('li a')?.scrollIntoView({ block: 'end' }));
        await page.evaluate(() =>
          /** @type {HTMLElement} */ (document.querySelector('li a')).focus(),
        );
        // Firefox does not scroll to an element that is partly visible.
        const leavesPartly = browserName === 'firefox';
        const seen = new Set();
        for (let step = 0; step < 29; step++) {
          await page.keyboard.press('Tab');
          await wait(60);
          const { text, clear, high, where } = await page.evaluate((partly) => {
            const link = /** @type {Element} */ (document.activeElement);
            const { left, top, bottom } = link.getBoundingClientRect();
            const bar = document
              .querySelector('vorleser-player')
              ?.shadowRoot?.querySelector('vorleser-mini-bar')
              ?.shadowRoot?.querySelector('.bar');
            const inView = (/** @type {number} */ y) => y >= 0 && y < innerHeight;
            const rows = [top + 2, bottom - 2].filter((y) => !partly || inView(y));
            return {
              text: link.textContent,
              clear:
                rows.length > 0 &&
                rows.every((y) => document.elementFromPoint(left + 2, y) === link),
              high: bar?.getBoundingClientRect().height ?? 0,
              where: `${top} to ${bottom}, bar ${bar?.getBoundingClientRect().top}`,
            };
          }, leavesPartly);
          assert.match(text ?? '', /^Verweis/);
          assert.ok(clear, `${text}: ${where}`);
          assert.ok(high > 0 && high < 256 / 3, `a bar of ${high}`);
          seen.add(text);
        }
        assert.equal(seen.size, 29);
        await page.screenshot({ path: `test/output/mini-bar-${browserName}-320x256.png` });
        assert.deepEqual(problems, []);
      } finally {
        await browser.close();
      }
    });

    test('never causes horizontal scrolling', { timeout: 60_000 }, async () => {
      const browser = await launch(browserName);
      try {
        const { page } = await open(browser, site.page);
        await readFar(page, 16);
        for (const width of [1280, 320, 256]) {
          await page.setViewport({ width, height: 256 });
          await wait(300);
          assert.equal(await sidewaysOverflow(page), 0, `${width} pixels wide`);
        }
      } finally {
        await browser.close();
      }
    });

    test('scrolls instantly with reduced motion', { timeout: 120_000 }, async () => {
      const browser = await launch(browserName);
      try {
        const { page } = await open(browser, site.page, {
          before: () => {
            const { matchMedia } = window;
            // Firefox cannot emulate reduced motion.
            window.matchMedia = (query) =>
              query.includes('reduced-motion: reduce')
                ? /** @type {any} */ ({ matches: true })
                : matchMedia(query);
            const scope = /** @type {any} */ (window);
            scope.ways = [];
            const { scrollTo } = Element.prototype;
            Element.prototype.scrollTo = function (/** @type {any} */ options) {
              scope.ways.push(options.behavior);
              Reflect.apply(scrollTo, this, [options]);
            };
          },
        });
        await readFar(page);
        const ways = await page.evaluate(() => /** @type {any} */ (window).ways);
        assert.ok(ways.length > 0);
        assert.ok(ways.every((/** @type {string} */ way) => way === 'instant'));
      } finally {
        await browser.close();
      }
    });

    test('reads from a selection made with the mouse', { timeout: 120_000 }, async () => {
      const browser = await launch(browserName);
      try {
        const { page, problems } = await open(browser, site.page);
        await page.evaluate(() => {
          const player = /** @type {any} */ (document.querySelector('vorleser-player'));
          player.engines = 'embedded';
          document.querySelectorAll('vorleser-article p')[1]?.scrollIntoView({ block: 'center' });
        });
        await writeDown(page);
        const { x, y } = await page.evaluate(() => {
          const text = document.querySelectorAll('vorleser-article p')[1]?.firstChild;
          const range = document.createRange();
          range.setStart(/** @type {Node} */ (text), 5);
          range.setEnd(/** @type {Node} */ (text), 6);
          const { left, top, height } = range.getBoundingClientRect();
          return { x: left, y: top + height / 2 };
        });
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + 120, y, { steps: 4 });
        await page.mouse.up();
        await page.waitForSelector('vorleser-player >>> vorleser-listen-button >>> button', {
          visible: true,
        });
        await press(page, 'vorleser-listen-button');
        await playerEvent(page, 'playing');
        const { cue, selected } = await page.evaluate(() => ({
          cue: /** @type {any} */ (document.querySelector('vorleser-player')).activeCue?.text,
          selected: String(getSelection()),
        }));
        assert.match(cue, /^Nach einem Treffen am Mittwoch/);
        assert.notEqual(selected, '');
        assert.deepEqual(problems, []);
      } finally {
        await browser.close();
      }
    });

    test('reads the selection only, then sentence by sentence', { timeout: 120_000 }, async () => {
      const browser = await launch(browserName);
      try {
        const { page, problems } = await open(browser, site.page, {
          before: () => {
            const sounds = /** @type {HTMLMediaElement[]} */ ([]);
            const { play } = HTMLMediaElement.prototype;
            HTMLMediaElement.prototype.play = function () {
              sounds.push(this);
              return Reflect.apply(play, this, []);
            };
            Object.assign(window, { sounds });
          },
        });
        await page.evaluate(() => {
          const player = /** @type {any} */ (document.querySelector('vorleser-player'));
          Object.assign(player, { engines: 'embedded', playbackRate: 3 });
          const heard = /** @type {number[]} */ ([]);
          player.addEventListener('cuechange', () => {
            if (!player.paused && player.activeCue) heard.push(player.activeCue.index);
          });
          Object.assign(window, { heard });
          return player.cues.length;
        });
        await page.waitForFunction(
          () => /** @type {any} */ (document.querySelector('vorleser-player')).readyState > 0,
        );
        await page.evaluate(() => {
          const { cues } = /** @type {any} */ (document.querySelector('vorleser-player'));
          const [first, last] = [cues[3].rangeOf(4, 9), cues[4].rangeOf(0, 9)];
          first.setEnd(last.endContainer, last.endOffset);
          getSelection()?.addRange(first);
        });
        const only = await page.waitForSelector(
          'vorleser-player >>> vorleser-listen-button >>> button + button',
          { visible: true },
        );
        /** Waits until reading pauses, and a while longer, in which nothing must be heard. */
        const untilPaused = () =>
          page.evaluate(async () => {
            const player = /** @type {any} */ (document.querySelector('vorleser-player'));
            await new Promise((resolve) => {
              player.addEventListener('pause', resolve, { once: true });
            });
            await new Promise((resolve) => setTimeout(resolve, 700));
            const { heard, sounds } = /** @type {any} */ (window);
            const isSilent = sounds.every((/** @type {HTMLMediaElement} */ sound) => sound.paused);
            return { heard, at: player.activeCue.index, paused: player.paused, isSilent };
          });
        const [state] = await Promise.all([untilPaused(), only?.click()]);
        assert.deepEqual(state, { heard: [3, 4], at: 5, paused: true, isSilent: true });
        await press(page, 'vorleser-settings-button');
        const setting = await page.waitForSelector(
          'vorleser-player >>> ::-p-aria([name="Von selbst anhalten"][role="combobox"])',
          { visible: true },
        );
        await setting?.select('nach jedem Satz');
        // The settings cover the play button.
        await page.keyboard.press('Escape');
        for (const heard of [
          [3, 4, 5],
          [3, 4, 5, 6],
        ]) {
          const [now] = await Promise.all([untilPaused(), press(page, 'vorleser-play-button')]);
          assert.deepEqual(now, { heard, at: heard.length + 3, paused: true, isSilent: true });
        }
        assert.equal(await message(page), 'Angehalten');
        assert.deepEqual(problems, []);
      } finally {
        await browser.close();
      }
    });
  });
}

test('a copied link opens the page at its sentence', { timeout: 180_000 }, async () => {
  const browser = await launch('chromium');
  try {
    await browser
      .defaultBrowserContext()
      .overridePermissions(new URL(site.page).origin, [
        'clipboard-read',
        'clipboard-sanitized-write',
      ]);
    const { page } = await open(browser, site.page);
    await readFar(page);
    await press(page, 'vorleser-mini-bar >>> vorleser-link-button');
    await wait(300);
    const { link, sentence } = await page.evaluate(async () => ({
      link: await navigator.clipboard.readText(),
      sentence: /** @type {any} */ (document.querySelector('vorleser-player')).activeCue.text,
    }));
    assert.match(link, /#:~:text=/);
    const opened = await browser.newPage();
    await opened.setViewport({ width: 1000, height: 800 });
    await opened.goto(link);
    await wait(1000);
    const { scrolled, text } = await opened.evaluate(() => ({
      scrolled: scrollY,
      text:
        [...document.querySelectorAll('vorleser-article p')].find((paragraph) => {
          const { top, bottom } = paragraph.getBoundingClientRect();
          return top < innerHeight / 2 && bottom > innerHeight / 2;
        })?.textContent ?? '',
    }));
    assert.ok(scrolled > 0);
    assert.ok(text.replace(/\s+/g, ' ').includes(sentence));
    await opened.screenshot({ path: 'test/output/text-link-chromium.png' });
  } finally {
    await browser.close();
  }
});
