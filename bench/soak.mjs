/**
 * Tests for long, and reports: `npm run soak`, or one part of it, `npm run soak -- hostile` or `npm run soak -- reading`.
 *
 * - `hostile`: 10,000 seeds of test/playback/hostile.test.ts. `npm test` runs fewer.
 * - `reading`: an article of 10,000 sentences at high speed with a simulated voice, then 300 sentences with the embedded one.
 *   Fails when a sentence is lost, repeated, or not highlighted while it is heard.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from '../test/rig/serve.mjs';
import { installPackages } from '../test/rig/packages.mjs';
import { simulateVoice } from './simulated-voice.mjs';

process.chdir(path.join(import.meta.dirname, '..'));
installPackages();

/** Reads an article to its end. @returns what was heard and marked, and the time at each quarter of it */
async function readAll(
  /** @type {number} */ sentences,
  /** @type {string} */ engine,
  /** @type {number} */ rate,
) {
  const player = /** @type {any} */ (document.querySelector('vorleser-player'));
  const article = /** @type {Element} */ (document.querySelector('article'));
  for (let at = 0; at < sentences; at += 5) {
    const paragraph = document.createElement('p');
    for (let i = at; i < Math.min(at + 5, sentences); i++)
      paragraph.append(`Das ist der Satz mit der Nummer ${i}. `);
    article.append(paragraph);
  }
  /** @type {string[]} */
  const wrong = [];
  let heard = 0;
  let late = 0;
  player.addEventListener('cuechange', () => {
    const cue = player.activeCue;
    if (!cue) return;
    if (cue.index !== heard) wrong.push(`${cue.index} is heard, not ${heard}`);
    const marked = [...(CSS.highlights.get('vorleser-sentence') ?? [])].map(String);
    if (marked.join() !== cue.text) wrong.push(`${marked.join()} is marked, not ${cue.text}`);
    late = Math.max(late, Math.abs(player.currentTime - cue.startTime));
    heard = cue.index + 1;
  });
  player.engines = engine;
  player.playbackRate = rate;
  const start = performance.now();
  const ended = new Promise((resolve) => player.addEventListener('ended', resolve, { once: true }));
  await player.play();
  await ended;
  return {
    sentences: heard,
    wrong: wrong.length,
    first: wrong[0] ?? '',
    seconds: Math.round((performance.now() - start) / 1000),
    'seconds it drifts at most': late,
  };
}

/** Reads an article of so many sentences with an engine, and measures the memory it takes. */
async function readLong(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ address,
  /** @type {string} */ name,
  /** @type {number} */ sentences,
  /** @type {number} */ rate,
) {
  const page = await browser.newPage();
  if (name === 'browser') await page.evaluateOnNewDocument(simulateVoice, { delay: 0, word: 0 });
  await page.goto(address);
  await page.addScriptTag({ url: '/vorleser.js', type: 'module' });
  await page.evaluate(() => customElements.whenDefined('vorleser-player').then(() => undefined));
  const devtools = await page.createCDPSession();
  const heap = async () => {
    for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
    return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6;
  };
  const reading = page.evaluate(readAll, sentences, name, rate);
  /** @type {number[]} */
  const heaps = [];
  let done = false;
  void reading.finally(() => (done = true));
  while (!done) {
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    if (!done) heaps.push(await heap());
  }
  const row = {
    engine: name,
    ...(await reading),
    'MB of heap after 10 s': Number(heaps[0]?.toFixed(1)),
    'at the end': Number((await heap()).toFixed(1)),
    most: Number(Math.max(...heaps).toFixed(1)),
  };
  await page.close();
  return row;
}

/** @returns {Promise<boolean>} whether nothing went wrong */
async function reading() {
  const site = await serve(
    ['dist'],
    '<!doctype html><html lang="de"><vorleser-player></vorleser-player><article></article></html>',
  );
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags(), '--autoplay-policy=no-user-gesture-required'],
    protocolTimeout: 3_600_000,
  });
  const address = `${site.address}page`;
  const rows = [
    await readLong(browser, address, 'browser', 10_000, 10),
    await readLong(browser, address, 'embedded', 300, 10),
  ];
  console.table(rows);
  await browser.close();
  site.close();
  return rows.every(({ wrong }) => wrong === 0);
}

/** @returns {boolean} whether nothing went wrong */
function hostile() {
  const env = { ...process.env, HOSTILE_RUNS: '10000' };
  const file = 'test/playback/hostile.test.ts';
  return spawnSync('npx', ['wtr', '--files', file], { env, stdio: 'inherit' }).status === 0;
}

const [only] = process.argv.slice(2);
if (only !== 'reading' && !hostile()) process.exitCode = 1;
if (only !== 'hostile' && !(await reading())) process.exitCode = 1;
