/**
 * Measures how long it takes to walk an article of 10 KB to 10 MB in Chromium and to split it into sentences: the time to the
 * first sentence, the time for all of it in the background, memory, and the lookups between positions, cues and Ranges.
 */
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from '../test/rig/serve.mjs';

const SIZES = [1e4, 1e5, 1e6, 1e7];

/** The HTML of an article with a given amount of text: paragraphs of three to six sentences, some with markup, and headings. */
function article(/** @type {number} */ bytes) {
  const sentences = readFileSync(
    new URL('../test/fixtures/article-de.txt', import.meta.url),
    'utf8',
  ).match(/[^.!?\n]+[.!?]/g);
  if (!sentences) throw new Error('The fixture has no sentences');
  let html = '';
  let size = 0;
  for (let block = 0, at = 0; size < bytes; block++) {
    const count = 3 + (block % 4);
    let text = '';
    for (let i = 0; i < count; i++, at++) text += ` ${sentences[at % sentences.length]?.trim()}`;
    size += Buffer.byteLength(text);
    if (block % 3 === 0) text = text.replace(/(\S+) (\S+)/, '$1 <em>$2</em>');
    if (block % 20 === 0) html += '<h2>Eine Überschrift</h2>\n';
    html += `<p>${text.trim()}</p>\n`;
  }
  return html;
}

export async function measureNarration() {
  const site = await serve(['lib'], '<!doctype html><html lang="de"><article></article></html>');
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: [...chromiumFlags(), '--js-flags=--expose-gc'],
  });
  const rows = [];
  for (const size of SIZES) {
    const page = await browser.newPage();
    await page.goto(site.address);
    const devtools = await page.createCDPSession();
    const heap = async () => {
      for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    };
    await page.evaluate((html) => {
      const root = /** @type {Element} */ (document.querySelector('article'));
      root.innerHTML = html;
      root.getBoundingClientRect();
    }, article(size));
    await page.evaluate(warmUp);
    const before = await heap();
    const times = await page.evaluate(split);
    const after = await heap();
    const lookups = await page.evaluate(measureLookups);
    const megabytes = size / 1e6;
    rows.push({
      'MB of text': megabytes,
      cues: times.cues,
      'first sentence, ms': round(times.first, 3),
      'longest task, ms': round(times.longest, 1),
      'total, ms per MB': round(times.work / megabytes, 1),
      'native segmenter alone, ms per MB': round(times.native / megabytes, 1),
      'MB of heap per MB': round((after - before) / 1e6 / megabytes, 3),
      'position to cue, µs': round(lookups.toCue, 2),
      'cue to range, µs': round(lookups.toRange, 2),
    });
    await page.close();
  }
  await browser.close();
  site.close();
  console.log('\nAn article in Chromium');
  console.table(rows);
  return rows;
}

const round = (/** @type {number} */ number, /** @type {number} */ digits) =>
  Number(number.toFixed(digits));

/** Loads the code and runs it on another text, so that it is compiled before the measurement. */
async function warmUp() {
  const scope = /** @type {any} */ (globalThis);
  // @ts-expect-error The URL is resolved in the page.
  scope.library = await import('/narration/index.js');
  const other = document.createElement('div');
  other.innerHTML = '<p>Ein Satz. Noch einer, z. B. am 3. Oktober.</p>'.repeat(300);
  document.body.append(other);
  for (let i = 0; i < 3; i++) await scope.library.createNarration(other).cutAll();
  other.remove();
}

async function split() {
  const scope = /** @type {any} */ (globalThis);
  const root = document.querySelector('article');
  const firsts = Array.from({ length: 15 }, () => {
    const start = performance.now();
    const narration = scope.library.createNarration(root);
    narration.at(0);
    const time = performance.now() - start;
    narration.dispose();
    return time;
  });

  // Messages are posted continuously; the time between two of them is the length of a task.
  let longest = 0;
  let work = 0;
  let last = performance.now();
  let running = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const gap = performance.now() - last;
    longest = Math.max(longest, gap);
    if (gap > 0.5) work += gap;
    if (running) port2.postMessage(null);
    last = performance.now();
  };
  port2.postMessage(null);
  await new Promise((resolve) => setTimeout(resolve, 50));
  longest = work = 0;
  scope.narration = scope.library.createNarration(root);
  await scope.narration.cutAll();
  running = false;

  const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });
  const texts = Array.from(root?.children ?? [], ({ textContent }) => textContent);
  const start = performance.now();
  for (const text of texts) Array.from(segmenter.segment(text));
  return {
    first: firsts.toSorted((a, b) => a - b)[7] ?? NaN,
    longest,
    work,
    native: performance.now() - start,
    cues: scope.narration.length,
  };
}

function measureLookups() {
  const { narration } = /** @type {any} */ (globalThis);
  const ROUNDS = 20_000;
  const walker = document.createTreeWalker(narration.root, NodeFilter.SHOW_TEXT);
  /** @type {Node[]} */
  const nodes = [];
  while (walker.nextNode())
    if (walker.currentNode.nodeValue?.trim()) nodes.push(walker.currentNode);
  const some = Array.from({ length: ROUNDS }, (_, i) => nodes[(i * 7919) % nodes.length]);
  let start = performance.now();
  for (const node of some) narration.indexAt(node, 5);
  const toCue = ((performance.now() - start) / ROUNDS) * 1000;
  const cues = Array.from({ length: ROUNDS }, (_, i) =>
    narration.at((i * 7919) % narration.length),
  );
  start = performance.now();
  for (const cue of cues) void cue.range;
  const toRange = ((performance.now() - start) / ROUNDS) * 1000;
  return { toCue, toRange };
}
