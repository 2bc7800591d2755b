/**
 * Measures pages on which a walk over the article could take quadratic time, in Chromium: how long the work blocks the page until
 * all of it is split into sentences, and its longest task after the first sentence. The first sentence, with its spoken form, is
 * requested at once, as by a press of play. A page of the same amount of text without markup runs beside each.
 */
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from '../test/rig/serve.mjs';

const words = (
  /** @type {number} */ count,
  /** @type {(word: string, at: number) => string} */ wrap,
) => Array.from({ length: count }, (_, at) => wrap(at % 8 === 7 ? 'Wort.' : 'Wort', at)).join(' ');

/** The HTML of each page's article. @type {Record<string, string>} */
const PAGES = {
  '40,000 word spans in a paragraph': `<p>${words(40_000, (word) => `<span>${word}</span>`)}</p>`,
  'the same without punctuation': `<p>${words(40_000, () => '<span>Wort</span>')}</p>`,
  'the same in English': `<p lang="en">${words(40_000, (word) => `<span>${word}</span>`)}</p>`,
  'the same as plain text': `<p>${words(40_000, (word) => word)}</p>`,
  'a closed <details> with 50,000 children': `<p>Ein Satz.</p><details><summary>Mehr</summary>${'<p>Wort.</p>'.repeat(50_000)}</details>`,
  'the same without a summary': `<p>Ein Satz.</p><details>${'<p>Wort.</p>'.repeat(50_000)}</details>`,
  '30,000 abbr in a paragraph': `<p>${words(30_000, (word) => `<abbr title="Abkürzung">${word}</abbr>`)}</p>`,
  '30,000 foreign words in a paragraph': `<p>${words(30_000, (word) => `<i lang="en">${word}</i>`)}</p>`,
  '20,000 nodes in a slot': `<div class="slotted">${'<span>Wort.</span> '.repeat(20_000)}</div>`,
};

export async function measureWalks() {
  const site = await serve(['lib'], '<!doctype html><html lang="de"><article></article></html>');
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumFlags() });
  const rows = [];
  for (const [name, html] of Object.entries(PAGES)) {
    const page = await browser.newPage();
    await page.goto(site.address);
    rows.push({ page: name, ...(await page.evaluate(walk, html)) });
    await page.close();
  }
  await browser.close();
  site.close();
  console.log('\nPages that could take quadratic time, in Chromium, in milliseconds');
  console.table(rows);
  return rows;
}

/** Runs in the page. */
async function walk(/** @type {string} */ html) {
  // @ts-expect-error The URLs are resolved in the page.
  const [{ createNarration }, { spokenParts }] = await Promise.all([
    import('/narration/index.js'),
    import('/narration/spoken/index.js'),
  ]);
  const root = /** @type {Element} */ (document.querySelector('article'));
  root.innerHTML = html;
  const slotted = root.querySelector('.slotted');
  if (slotted) slotted.attachShadow({ mode: 'open' }).innerHTML = '<p><slot></slot></p>';
  // The page itself is painted first, which takes 0.2 s.
  for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const start = performance.now();
  const narration = createNarration(root);
  spokenParts(narration.at(0));
  const first = performance.now() - start;

  // Messages are posted continuously; the time between two of them is the length of a task.
  let [longest, blocked, last] = [0, 0, performance.now()];
  let running = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const gap = performance.now() - last;
    longest = Math.max(longest, gap);
    if (gap > 0.5) blocked += gap;
    if (running) port2.postMessage(null);
    last = performance.now();
  };
  port2.postMessage(null);
  await narration.cutAll();
  // As an engine prepares: the spoken forms of the next sentences.
  for (let index = 1; index < 30; index++) {
    const cue = narration.at(index);
    if (cue) spokenParts(cue);
    await new Promise((resolve) => setTimeout(resolve));
  }
  running = false;
  const round = (/** @type {number} */ time) => Math.round(time);
  return {
    sentences: narration.length,
    'first sentence': round(first),
    'blocked in total': round(first + blocked),
    'longest task after it': round(longest),
  };
}
