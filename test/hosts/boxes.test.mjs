/**
 * The player's width in each kind of box, before and during a reading, in windows of 256 to 1400 px, and the space that is reserved
 * for it. In both browsers.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sections } from '../docs/pages.mjs';
import { browserNames, launch, open, site } from '../e2e/site.mjs';
import { servePages } from './pages.mjs';

/** The widths of windows, in CSS px. */
const WIDTHS = [624, 625];
for (let width = 256; width <= 1400; width += 24) WIDTHS.push(width);

/** The least width of the row of a reading in letters of 16 px, and of a control, in CSS px. */
const ROW = 616;
const CONTROL = 44;

/** How much of the bar a listener sees at least: in every box, and in one that is as wide as the row of a reading. */
const SEEN = {
  /** Play and settings; the time and who reads. */
  idle: { anywhere: 2, wide: 4 },
  /** Play, two steps, two times, the timeline, the rate and “More”. */
  reading: { anywhere: 8, wide: 8 },
};

/** Some boxes have a text beside the player: in a window of so much more than the row there is room for both. */
const TEXT = 300;

/** @type {Awaited<ReturnType<typeof servePages>>} */
let pages;
before(async () => void (pages = await servePages()));
after(() => {
  site.close();
  pages.close();
});

/** Makes the frame with the page as wide as each window, and returns what is wrong with the players there. */
function faultsOf(
  /** @type {import('puppeteer-core').Frame} */ page,
  /** @type {keyof typeof SEEN} */ state = 'idle',
) {
  return page.evaluate(
    (widths, ROW, CONTROL, TEXT, SEEN, isReading) => {
      const scope = /** @type {any} */ (window);
      const players = [...document.querySelectorAll('[title] vorleser-player')];
      const isDefined = customElements.get('vorleser-player') !== undefined;
      scope.reserved ??= {};

      /** The boxes of what a listener sees and presses. */
      const controlsOf = (/** @type {Element} */ player) => {
        const bar = /** @type {ShadowRoot} */ (player.shadowRoot);
        const shown = '[part=controls] > :not(div), [part=place] > *';
        return (
          [...bar.querySelectorAll(shown)]
            // Where there is no room for it, a text is for screen readers only: 1 px wide.
            .filter((control) => control.clientWidth !== 1)
            .map((control) => ({
              name: `${control.localName} ${control.getAttribute('show') ?? control.getAttribute('direction') ?? control.getAttribute('part') ?? ''}`,
              ...(
                control.shadowRoot?.querySelector('button, select, .track') ??
                control.shadowRoot?.querySelector('span') ??
                control
              )
                .getBoundingClientRect()
                .toJSON(),
            }))
            .filter(({ width }) => width > 0)
        );
      };

      function* misplaced(/** @type {Element} */ player) {
        const outer = player.getBoundingClientRect();
        const controls = controlsOf(player);
        const em = parseFloat(getComputedStyle(player).fontSize) / 16;
        if (controls.length < (outer.width < ROW * em ? SEEN.anywhere : SEEN.wide))
          yield `only ${controls.length} controls are shown`;
        for (const [index, one] of controls.entries()) {
          if (one.left < outer.left - 1 || one.right > outer.right + 1)
            yield `${one.name} is outside`;
          for (const other of controls.slice(0, index))
            if (
              Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
              Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1
            )
              yield `${one.name} is over ${other.name}`;
        }
      }

      function* misfits(/** @type {Element} */ player, /** @type {number} */ window) {
        const { left, right, width, height } = player.getBoundingClientRect();
        const em = parseFloat(getComputedStyle(player).fontSize) / 16;
        if (left < -1 || right > window + 1) yield 'is out of the window';
        if (window >= (ROW + TEXT) * em && width < ROW * em) yield `is ${width} px wide`;
        const old = player.getAttribute('style')?.includes('container');
        const before = scope.reserved[`${window} ${players.indexOf(/** @type {any} */ (player))}`];
        if (!old && Math.abs(before.width - width) > 1)
          yield `is ${width} px wide after ${before.width}`;
        const inOneRow = isReading ? ROW - 5 * 16 : 5 * CONTROL;
        if (!old && width > inOneRow * em && Math.abs(before.height - height) > 1)
          yield `is ${height} px high after ${before.height}`;
      }

      /** @type {HTMLElement} */ (frameElement).style.boxSizing = 'content-box';
      const faults = [];
      for (const width of widths) {
        /** @type {HTMLElement} */ (frameElement).style.inlineSize = `${width}px`;
        for (const [index, player] of players.entries()) {
          const box = player.closest('[title]')?.getAttribute('title');
          if (!isDefined)
            scope.reserved[`${width} ${index}`] = player.getBoundingClientRect().toJSON();
          else
            for (const fault of [...misfits(player, width), ...misplaced(player)])
              faults.push(`${width} px: ${box}: ${fault}`);
        }
      }
      return faults;
    },
    WIDTHS,
    ROW,
    CONTROL,
    TEXT,
    SEEN[state],
    state === 'reading',
  );
}

/**
 * Reads with one player after another, which pauses the one before. In the end another player of the page reads, so that the row is
 * all that each of them shows.
 */
async function listenEverywhere(/** @type {import('puppeteer-core').Frame} */ page) {
  await page.evaluate(() => {
    document.body.append(document.createElement('vorleser-player'));
    for (const player of document.querySelectorAll('vorleser-player')) player.engines = 'embedded';
  });
  // The press allows the page to make sounds.
  await page.locator('vorleser-player >>> vorleser-play-button >>> button').click();
  await page.evaluate(async () => {
    for (const player of document.querySelectorAll('vorleser-player')) await player.play();
  });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('vorleser-player')].every((player) =>
      player.shadowRoot?.querySelector('vorleser-more-button')?.shadowRoot?.querySelector('button'),
    ),
  );
}

for (const browserName of browserNames)
  test(`${browserName} makes the player as wide as its controls need, in each kind of box`, async () => {
    const browser = await launch(browserName);
    try {
      const { page, problems } = await open(
        browser,
        `${pages.address}frame.html?${pages.address}boxes.html`,
      );
      const frame = await page.waitForFrame(
        (frame) => new URL(frame.url()).pathname === '/boxes.html',
      );
      const rules = sections
        .find(({ name }) => name === 'docs/embedding.md#reserve-its-space')
        ?.fences.find(({ lang }) => lang === 'css');
      await frame.addStyleTag({ content: rules?.text ?? assert.fail('no rules') });
      await faultsOf(frame);
      await frame.addScriptTag({ url: '/vorleser.js', type: 'module' });
      await frame.waitForFunction(() =>
        [...document.querySelectorAll('vorleser-player')].every((player) =>
          player.shadowRoot?.querySelector('[part=time]'),
        ),
      );
      assert.deepEqual(await faultsOf(frame), []);
      await listenEverywhere(frame);
      assert.deepEqual(await faultsOf(frame, 'reading'), []);
      assert.deepEqual(problems, []);
    } finally {
      await browser.close();
    }
  });
