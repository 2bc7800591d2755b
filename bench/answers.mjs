/**
 * Measures how long the player takes to respond to a click or a key press, in milliseconds, with the Event Timing API: from
 * the event to the next frame. In Chromium with a 4 times slower processor, on an article of 10,000 sentences, while a
 * simulated voice reads it and reports word boundaries. The baseline is a button of the page that does nothing, pressed
 * alternately. Input resembles a person's: the pointer moves, rests, presses and releases; a key is held for the same time.
 * The article is measured in parts, like ours, and in one piece, like those of other pages.
 * Something blinks in the page: an event after which there is nothing to paint would last until the next frame, whenever that comes.
 */
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from '../test/rig/serve.mjs';
import { longArticle, PART_STYLE } from './long-article.mjs';
import { simulateVoice } from './simulated-voice.mjs';
import { median, quantile } from './statistics.mjs';

const SENTENCES = 10_000;
const SLOWED = 4;

/** As many as a 98th percentile needs. */
const TIMES = 50;

/** All controls are in the row, so that each can be pressed at once. */
const ROW =
  'previous-sentence next-sentence previous-paragraph next-paragraph previous-heading next-heading timeline rate place settings stop';

/** The timing of the voice, in milliseconds: two seconds for a sentence of ten words. */
const VOICE = { delay: 10, word: 200 };

/** How long the pointer rests before a press, how long a press lasts, and the time between the moves of a drag, in milliseconds. */
const HAND = { rests: 50, holds: 80, moves: 16 };

/** The shortest duration that the browser reports, in milliseconds. */
const SHORTEST = 16;

const moment = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Records the longest event of each click, key press or drag. */
function observe() {
  const scope = /** @type {any} */ (window);
  scope.answers = new Map();
  new PerformanceObserver((list) => {
    for (const entry of /** @type {any[]} */ (list.getEntries())) {
      if (!entry.interactionId) continue;
      const { nothing, duration, processing } = scope.answers.get(entry.interactionId) ?? {
        nothing: entry.target?.id === 'nothing',
        duration: 0,
        processing: 0,
      };
      scope.answers.set(entry.interactionId, {
        nothing,
        duration: Math.max(duration, entry.duration),
        processing: Math.max(processing, entry.processingEnd - entry.processingStart),
      });
    }
  }).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
}

/** @returns the interactions since the last call */
function answered() {
  const scope = /** @type {any} */ (window);
  const answers = /** @type {{ nothing: boolean, duration: number, processing: number }[]} */ ([
    ...scope.answers.values(),
  ]);
  scope.answers.clear();
  return answers;
}

/** The durations of interactions; the shortest that is reported for those that are not. */
function times(/** @type {{ duration: number }[]} */ answers) {
  const taken = answers.map(({ duration }) => duration);
  while (taken.length < TIMES) taken.push(SHORTEST);
  return taken;
}

/** @typedef {() => Promise<unknown>} Act */

/**
 * A click, after `come` has moved the pointer to its target.
 *
 * @returns {Act}
 */
function click(/** @type {import('puppeteer-core').Page} */ page, /** @type {Act} */ come) {
  return async () => {
    await come();
    await moment(HAND.rests);
    await page.mouse.down();
    await moment(HAND.holds);
    await page.mouse.up();
  };
}

/** Reads, and waits until the controls of a reading are shown. */
async function read(/** @type {import('puppeteer-core').Page} */ page) {
  await page.$eval('vorleser-player', (/** @type {any} */ player) => {
    void player.play().catch(() => undefined);
  });
  await page.waitForSelector('vorleser-player >>> vorleser-more-button', { visible: true });
}

/**
 * Every interaction that a listener can have with the player, while it reads.
 *
 * @param {import('puppeteer-core').Page} page
 * @returns {Record<string, Act>}
 */
function acts(page) {
  const within = async (/** @type {string} */ selector) => {
    const found = await page.waitForSelector(`vorleser-player >>> ${selector}`, { visible: true });
    if (!found) throw new Error(`Found no ${selector}`);
    return found;
  };
  const button = (/** @type {string} */ control) =>
    click(page, async () => (await within(`${control} >>> button`)).hover());
  const skip = (/** @type {string} */ direction, /** @type {string} */ unit) =>
    button(`vorleser-skip-button[direction=${direction}][unit=${unit}]`);
  const key =
    (
      /** @type {import('puppeteer-core').KeyInput} */ name,
      /** @type {string} */ on = 'vorleser-timeline >>> input',
    ) =>
    async () => {
      await (await within(on)).focus();
      await page.keyboard.press(name, { delay: HAND.holds });
    };
  const seekFar = () =>
    page.$eval('vorleser-player', (/** @type {any} */ player) =>
      player.seekToCue(player.activeCue?.index > 100 ? 10 : 200),
    );
  const undo = button('vorleser-back-button');
  const stop = button('vorleser-stop-button');
  let to = 0;
  return {
    'play and pause': button('vorleser-play-button'),
    'play and pause by key': key('Space', 'vorleser-play-button >>> button'),
    'next sentence': skip('next', 'sentence'),
    'previous sentence': skip('previous', 'sentence'),
    'next paragraph': skip('next', 'paragraph'),
    'previous paragraph': skip('previous', 'paragraph'),
    'next heading': skip('next', 'heading'),
    'previous heading': skip('previous', 'heading'),
    async back() {
      await seekFar();
      await undo();
    },
    'show the place': button('vorleser-place-button:not([autohide])'),
    'slider: sentence': key('ArrowRight'),
    'slider: paragraph': key('PageUp'),
    'slider: end': key('End'),
    'slider: beginning': key('Home'),
    'slider: drag': async () => {
      const box = await (await within('vorleser-timeline >>> input')).boundingBox();
      if (!box) throw new Error('The slider is not shown');
      const y = box.y + box.height / 2;
      to = (to + 0.37) % 1;
      const from = box.x + box.width / 2;
      const until = box.x + 10 + (box.width - 20) * to;
      await page.mouse.move(from, y);
      await moment(HAND.rests);
      await page.mouse.down();
      for (const share of [0, 0.25, 0.5, 0.75, 1]) {
        await moment(HAND.moves);
        await page.mouse.move(from + (until - from) * share, y);
      }
      await moment(HAND.moves);
      await page.mouse.up();
    },
    rate: key('ArrowDown', 'vorleser-rate-select >>> select'),
    more: button('vorleser-more-button'),
    settings: button('vorleser-settings-button'),
    'a sentence of the article': click(page, () => page.mouse.move(300, 500)),
    'stop and play': async () => {
      await read(page);
      await stop();
    },
  };
}

export async function measureAnswers() {
  return { 'in parts': await measure(true), 'in one': await measure(false) };
}

async function measure(/** @type {boolean} */ parts) {
  const site = await serve(
    ['dist'],
    `<!doctype html><html lang="de"><style>
        header { position: sticky; inset-block-start: 0; z-index: 1; background: Canvas; }
        button { block-size: 44px; }
        @keyframes blink { to { opacity: 0.5; } }
        i { position: fixed; inset: 0 auto auto 0; inline-size: 2px; block-size: 2px; background: red; animation: blink 1s infinite; }
        ${PART_STYLE}
      </style><i></i><header><button id="nothing">Nichts</button><vorleser-player controls="${ROW}"></vorleser-player></header>
      <article>${longArticle(SENTENCES, { parts, headings: true })}</article></html>`,
  );
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumFlags() });
  const page = await browser.newPage();
  await page.setViewport({ width: 1000, height: 800 });
  await page.evaluateOnNewDocument(simulateVoice, VOICE);
  await page.goto(`${site.address}page`);
  await page.addScriptTag({ url: '/vorleser.js', type: 'module' });
  await page.waitForSelector('vorleser-player >>> vorleser-play-button >>> button', {
    visible: true,
  });
  await page.evaluate(() => {
    const player = /** @type {any} */ (document.querySelector('vorleser-player'));
    player.engines = 'browser';
  });
  const all = acts(page);
  await read(page);
  const nothing = click(page, () => page.hover('#nothing'));
  await page.emulateCPUThrottling(SLOWED);
  await page.evaluate(observe);
  const rows = [];
  /** @type {number[]} */
  const durations = [];
  /** @type {number[]} */
  const ofNothing = [];
  for (const [name, act] of Object.entries(all)) {
    await read(page);
    await moment(500);
    await page.evaluate(answered);
    for (let i = 0; i < TIMES; i++) {
      await act();
      await moment(120);
      await nothing();
      await moment(120);
    }
    await moment(300);
    const answers = await page.evaluate(answered);
    const own = answers.filter(({ nothing }) => !nothing);
    const taken = times(own);
    const beside = times(answers.filter(({ nothing }) => nothing));
    durations.push(...taken);
    ofNothing.push(...beside);
    rows.push({
      pressed: name,
      median: median(taken),
      'percentile 98': quantile(taken, 0.98),
      most: Math.max(...taken),
      'script at most': Math.round(Math.max(0, ...own.map(({ processing }) => processing))),
      'percentile 98 of a button that does nothing': quantile(beside, 0.98),
    });
  }
  await browser.close();
  site.close();
  const answers = {
    rows,
    'percentile 98': quantile(durations, 0.98),
    'percentile 98 of a button that does nothing': quantile(ofNothing, 0.98),
  };
  console.log(
    `\nAnswers of the player, ${SENTENCES} sentences ${parts ? 'in parts' : 'in one'}, processor slowed ${SLOWED} times, ms`,
  );
  console.table(rows);
  console.log(
    `98th percentile of ${durations.length}: ${answers['percentile 98']} ms; of a button that does nothing: ${answers['percentile 98 of a button that does nothing']} ms`,
  );
  return answers;
}
