/**
 * Measures what a player costs on a page that never rests while nothing is read, in Chromium: the share of the time for which
 * the main thread is busy, on a page of 3,000 paragraphs of which one element changes ten times a second. Without a player, with one
 * that was never touched, with one after the pointer was over it, and with one that was paused.
 */
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from '../test/rig/serve.mjs';

const SECONDS = 8;
const ROUNDS = 3;

const PAGE = `<!doctype html><html lang="de"><meta charset="utf-8"><link rel="icon" href="data:,">
<div id="player"></div><article id="story"><h1>Titel</h1><p id="ticker" class="a">0</p>
${'<p>Ein Absatz mit einem Satz. Und noch einem zweiten, der etwas länger ist.</p>'.repeat(3000)}</article>
<script>let n = 0; setInterval(() => { const { ticker } = globalThis; ticker.textContent = String(++n % 10); ticker.className = n % 2 ? 'a' : 'b'; }, 100)</script>`;

/** What is done with the player before it is left alone. @type {Record<string, (page: import('puppeteer-core').Page) => Promise<void>>} */
const STATES = {
  'no player': async () => undefined,
  'never touched': addPlayer,
  'after a hover': async (page) => {
    await addPlayer(page);
    await page.hover('vorleser-player');
  },
  paused: async (page) => {
    await addPlayer(page);
    await page.evaluate(async () => {
      const player = /** @type {any} */ (document.querySelector('vorleser-player'));
      player.engines = 'embedded';
      await player.play();
      player.next();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      player.pause();
    });
  },
};

async function addPlayer(/** @type {import('puppeteer-core').Page} */ page) {
  await page.addScriptTag({ url: '/vorleser.js', type: 'module' });
  await page.$eval('#player', (element) => {
    element.innerHTML = '<vorleser-player for="story"></vorleser-player>';
  });
}

export async function measureIdle() {
  const site = await serve(['dist'], PAGE);
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags(), '--autoplay-policy=no-user-gesture-required'],
  });
  /** @type {Record<string, number[]>} */
  const shares = Object.fromEntries(Object.keys(STATES).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, prepare] of Object.entries(STATES)) {
      const page = await browser.newPage();
      await page.goto(`${site.address}page`);
      await prepare(page);
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const before = await page.metrics();
      await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000));
      const after = await page.metrics();
      const busy = (after.TaskDuration ?? 0) - (before.TaskDuration ?? 0);
      shares[name]?.push((busy / ((after.Timestamp ?? 0) - (before.Timestamp ?? 0))) * 100);
      await page.close();
    }
  await browser.close();
  site.close();
  const rows = Object.entries(shares).map(([player, all]) => ({
    player,
    'main thread busy, %': Number((all.sort((a, b) => a - b)[1] ?? NaN).toFixed(2)),
    'of all rounds': all.map((share) => share.toFixed(2)).join(' '),
  }));
  console.log('\nA page that never rests, while nothing is read');
  console.table(rows);
  return rows;
}
