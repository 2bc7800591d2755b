/**
 * Reads for a long time, and reports: `npm run soak`. An article of 10,000 sentences at high speed with a simulated voice,
 * then 300 sentences with the embedded one. Fails when a sentence is lost, repeated, or not marked while it is heard.
 */
import { createServer } from 'node:http';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { installPackages } from '../test/rig/packages.mjs';
import { simulateVoice } from './simulated-voice.mjs';

process.chdir(path.join(import.meta.dirname, '..'));
installPackages();

const files = sirv('dist', { dev: true });
const server = createServer((request, response) =>
  files(request, response, () => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><html lang="de"><vorleser-player></vorleser-player><article></article></html>',
    );
  }),
);
await new Promise((resolve) => server.listen(0, () => resolve(undefined)));
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
const browser = await puppeteer.launch({
  executablePath: findChromium(),
  args: [...chromiumFlags, '--autoplay-policy=no-user-gesture-required'],
  protocolTimeout: 3_600_000,
});

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

async function soak(
  /** @type {string} */ name,
  /** @type {number} */ sentences,
  /** @type {number} */ rate,
) {
  const page = await browser.newPage();
  if (name === 'browser') await page.evaluateOnNewDocument(simulateVoice, { delay: 0, word: 0 });
  await page.goto(`http://localhost:${port}/page`);
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

const rows = [await soak('browser', 10_000, 10), await soak('embedded', 300, 10)];
console.table(rows);
await browser.close();
server.close();
if (rows.some(({ wrong }) => wrong > 0)) process.exitCode = 1;
