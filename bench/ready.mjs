/**
 * Measures how long it takes until a player is usable, beside other players on the same page, in Chromium with a 4 times slower
 * processor and an empty cache: `npm run bench -- ready`. The peers are those of `ready/players.mjs`, each embedded as its
 * documentation says. npm must download them, so it runs only when it is named.
 *
 * A player is usable when its play button is displayed (it has a size and has been painted), can be focused, has a name, and listens
 * for presses. The same script observes all of them, once a frame; the first round, which does not count, presses each button at
 * that moment with the mouse: it has the role and the name of a button in the accessibility tree, and it must play.
 *
 * Time counts from the first byte of the page. The baseline is a custom element that shows a button without any library; of the
 * others, the time beyond the baseline's in the same round is shown. Bytes are those of scripts, styles and icons that were loaded
 * until then, as transferred with brotli, without headers. The longest task is that of the page until a second after it was usable.
 * The players are measured in turns, in another order each round, so that other load on the machine affects them alike.
 */
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { folderOf, servePages } from './ready/pages.mjs';
import { BASELINE, players } from './ready/players.mjs';
import { median, quantile } from './statistics.mjs';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./ready/players.mjs').Player} Player */

/**
 * What was measured of a player in a round: milliseconds until it was usable and of the longest task (0 if none took 50), bytes.
 * @typedef {{ usable: number, task: number, bytes: number }} Sample
 */

const SLOWED = 4;
const ROUNDS = 15;

/** How long tasks are observed after the player is usable, in milliseconds. */
const AFTERWARDS = 1000;

/** How long a press may take to have an effect in the first round, in milliseconds: more than loading a voice takes. */
const PATIENCE = 20_000;

/**
 * Runs in the page before its scripts: observes it until the player is usable, which `usable` then resolves with.
 *
 * @param {string[]} button see `Player`
 * @param {string | null} listens
 */
function observe(button, listens) {
  const scope = /** @type {any} */ (window);
  const presses = ['click', 'pointerup', 'pointerdown', 'mousedown', 'mouseup'];
  const pressable = new WeakSet();
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (/** @type {any[]} */ ...args) {
    if (presses.includes(args[0])) pressable.add(this ?? window);
    return addEventListener.apply(this, /** @type {any} */ (args));
  };
  const { speak } = SpeechSynthesis.prototype;
  SpeechSynthesis.prototype.speak = function (utterance) {
    scope.spoken = true;
    speak.call(this, utterance);
  };
  scope.tasks = [];
  new PerformanceObserver((list) => scope.tasks.push(...list.getEntries())).observe({
    type: 'longtask',
    buffered: true,
  });

  scope.findButton = () => {
    /** @type {ParentNode} */
    let tree = document;
    let found = null;
    for (const selector of button) {
      found = tree.querySelector(selector);
      if (!found) return null;
      tree = found.shadowRoot ?? found;
    }
    return found;
  };
  const isUsable = () => {
    const found = scope.findButton();
    if (!found || !pressable.has(listens ? found.closest(listens) : found)) return false;
    const { width, height } = found.getBoundingClientRect();
    const isDisplayed =
      width > 0 && height > 0 && found.checkVisibility({ visibilityProperty: true });
    const isNamed = (found.ariaLabel ?? found.textContent).trim() !== '';
    return isDisplayed && isNamed && found.tabIndex >= 0 && !found.disabled;
  };
  scope.usable = new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve(performance.now());
    const look = () => {
      // The message arrives when this frame has been painted.
      if (isUsable()) port2.postMessage(null);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/**
 * Runs in the page.
 *
 * @param {number} usable when it was usable, on the page's clock
 * @returns {Sample}
 */
function collect(usable) {
  const [navigation] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType('navigation')
  );
  const loaded = /** @type {PerformanceResourceTiming[]} */ (
    performance.getEntriesByType('resource')
  ).filter(({ name, responseEnd }) => responseEnd <= usable && !name.endsWith('.wav'));
  return {
    usable: usable - (navigation?.responseStart ?? 0),
    task: Math.max(
      0,
      .../** @type {any} */ (window).tasks.map((/** @type {any} */ { duration }) => duration),
    ),
    bytes: loaded.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  };
}

/** Measures all players, and prints a table. */
export async function measureReady(rounds = ROUNDS) {
  const site = await servePages();
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags(), '--mute-audio', '--lang=de'],
  });
  const names = Object.keys(players);
  /** @type {Record<string, Sample[]>} */
  const samples = Object.fromEntries(names.map((name) => [name, []]));
  for (const name of names)
    await withPage(browser, site.origin, name, (page) => pressAtOnce(page, name));
  for (let round = 0; round < rounds; round++) {
    const start = round % names.length;
    const order = [...names.slice(start), ...names.slice(0, start)];
    if (round % 2 === 1) order.reverse();
    for (const name of order)
      samples[name]?.push(await withPage(browser, site.origin, name, measure));
  }
  await browser.close();
  site.close();
  return print(samples, rounds);
}

/**
 * Opens the page of a player without a cache, and calls back.
 *
 * @template Result
 * @param {Browser} browser
 * @param {string} origin
 * @param {string} name
 * @param {(page: Page) => Promise<Result>} use
 */
async function withPage(browser, origin, name, use) {
  const { button, listens = null } = /** @type {Player} */ (players[name]);
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`${name}:`, error));
  await page.goto(`${origin}/`);
  await page.emulateCPUThrottling(SLOWED);
  await page.evaluateOnNewDocument(observe, button, listens);
  await page.goto(`${origin}/${folderOf(name)}/`, { waitUntil: 'domcontentloaded' });
  try {
    return await use(page);
  } finally {
    await context.close();
  }
}

/** @returns {Promise<number>} when the player was usable, on the page's clock */
const usable = (/** @type {Page} */ page) =>
  page.evaluate(() => /** @type {any} */ (window).usable);

async function measure(/** @type {Page} */ page) {
  const time = await usable(page);
  await new Promise((resolve) => setTimeout(resolve, AFTERWARDS));
  return page.evaluate(collect, time);
}

/** Presses the button as soon as it is said to be usable. Throws an error if assistive technology does not find it or nothing plays. */
async function pressAtOnce(/** @type {Page} */ page, /** @type {string} */ name) {
  await usable(page);
  const found = await page.evaluateHandle(() => /** @type {any} */ (window).findButton());
  const button = /** @type {import('puppeteer-core').ElementHandle<Element>} */ (found.asElement());
  await button.click();
  const { plays } = /** @type {Player} */ (players[name]);
  await page.waitForFunction(plays, { timeout: PATIENCE });
  const node = await page.accessibility.snapshot({ root: button, interestingOnly: false });
  if (node?.role !== 'button' || !node.name)
    throw new Error(`${name}: ${node?.role} “${node?.name}” is not a button with a name`);
}

/** Prints a row for each player, of which it also returns the numbers. */
function print(/** @type {Record<string, Sample[]>} */ samples, /** @type {number} */ rounds) {
  const baseline = samples[BASELINE] ?? [];
  const rows = Object.entries(samples).map(([name, own]) => {
    const isBaseline = name === BASELINE;
    const times = own.map(
      ({ usable }, round) => usable - (isBaseline ? 0 : (baseline[round]?.usable ?? NaN)),
    );
    const tasks = own.map(({ task }) => task);
    return { name, bytes: median(own.map(({ bytes }) => bytes)), times, tasks };
  });
  const ours = rows.find(({ name }) => name === 'vorleser');
  const table = rows.map(({ name, bytes, times, tasks }) => {
    const isBaseline = name === BASELINE;
    const over = isBaseline ? NaN : median(times);
    return {
      player: name,
      'KB, brotli': Number((bytes / 1000).toFixed(1)),
      'usable, ms': isBaseline ? spread(times) : `+ ${spread(times)}`,
      'longest task, ms': spread(tasks),
      'usable / ours': isBaseline ? '' : ratio(over, median(ours?.times ?? [])),
      'task / ours': ratio(median(tasks), median(ours?.tasks ?? [])),
      'KB / ours': ratio(bytes, ours?.bytes ?? NaN),
    };
  });
  console.log(
    `\nUntil a player is usable, processor slowed ${SLOWED} times, ${rounds} rounds: median (quartiles); + is beyond the bare element of the round; a longest task of 0 is one below 50 ms`,
  );
  console.table(table);
  return rows;
}

const ratio = (/** @type {number} */ theirs, /** @type {number} */ ours) =>
  (theirs / ours).toFixed(2);

/** The median and, in brackets, the quartiles. */
function spread(/** @type {number[]} */ numbers) {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) =>
    Math.round(quantile(numbers, share)),
  );
  return `${middle} (${low}–${high})`;
}
