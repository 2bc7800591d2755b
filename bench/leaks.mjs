/**
 * Measures what 200 players leave behind in Chromium, after each of them was added to a page, played, and removed; every other
 * one is removed before it is heard. Counts after a garbage collection: heap, nodes, listeners, workers, audio elements. The heap
 * grows at first, because the browser compiles code that runs often. A leak shows in the second half.
 */
import { launch, open, site, voicesListed } from '../test/e2e/site.mjs';

const ROUND = 20;
const ROUNDS = 10;

/** The rounds between two counts. */
const INTERVAL = 5;

/** How long what was under way at a removal may take to end, in milliseconds. */
const SETTLED = 3000;

const ENGINES = ['embedded', 'browser'];

/** Adds players to the page and removes them, one after the other. Runs in the page. */
async function mountAndRemove(/** @type {string} */ engines, /** @type {number} */ times) {
  for (let time = 0; time < times; time++) {
    const player = /** @type {any} */ (document.createElement('vorleser-player'));
    player.setAttribute('for', 'beitrag');
    player.setAttribute('engines', engines);
    document.body.prepend(player);
    const played = player.play().catch(() => undefined);
    if (time % 2) await played;
    player.remove();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** How many objects of a class are in memory. @param {import('puppeteer-core').Page} page */
async function count(page, /** @type {string} */ className) {
  const prototype = await page.evaluateHandle(
    (className) =>
      (customElements.get(className) ?? /** @type {any} */ (window)[className]).prototype,
    className,
  );
  const objects = await page.queryObjects(prototype);
  const number = await objects.evaluate((found) => /** @type {any} */ (found).length);
  await Promise.all([objects.dispose(), prototype.dispose()]);
  return number;
}

/**
 * What is in memory after a garbage collection.
 *
 * @param {import('puppeteer-core').Page} page
 */
async function census(page) {
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const session = await page.createCDPSession();
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return {
    'heap (KB)': Math.round(usedSize / 1024),
    nodes,
    listeners: jsEventListeners,
    workers: page.workers().length,
    'audio elements': await count(page, 'HTMLAudioElement'),
    players: await count(page, 'vorleser-player'),
  };
}

export async function measureLeaks() {
  /** @type {Record<string, unknown>[]} */
  const rows = [];
  for (const engines of ENGINES) {
    const browser = await launch('chromium', { systemVoices: true });
    const { page } = await open(browser, site.guest);
    await voicesListed(page);
    await page.evaluate(() => document.querySelector('vorleser-player')?.remove());
    await page.click('body'); // Sound needs a gesture.
    for (let round = 0; round <= ROUNDS; round++) {
      await page.evaluate(mountAndRemove, engines, ROUND);
      // The first round loads code, and is the measure of the others.
      if (round % INTERVAL === 0)
        rows.push({ engines, mounts: ROUND * (round + 1), ...(await census(page)) });
    }
    await browser.close();
  }
  site.close();
  console.log('\nIn memory after players were added, played and removed');
  console.table(rows);
  return rows;
}
