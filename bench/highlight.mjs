/**
 * Measures the cost of highlighting the next sentence in Chromium, among 1,000 and 100,000 sentences: a frame in which the
 * player's highlight moves, compared to a frame in which nothing happens, and to one in which a class moves from one span to
 * the next in an article with a span around each sentence. The article is in one piece, with each paragraph in a layer of its
 * own, or in parts, like ours. The three are measured in turns, so that other load on the machine affects them alike.
 */
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { serve } from '../test/rig/serve.mjs';
import { LAYER_STYLE, longArticle, PART_STYLE } from './long-article.mjs';
import { median } from './statistics.mjs';

const SIZES = [1000, 100_000];
const ROUNDS = 12;
const STEPS = 24;

/** The structures of the article. */
const STRUCTURES = /** @type {const} */ (['in one', 'in layers', 'in parts']);

/** @typedef {'nothing' | 'highlight' | 'spans'} Way */

/** The class looks like the player's highlight. */
const STYLE = `.read { color: #1a1a1a; background: #ffefb0; text-decoration: underline 2px #8a5a00 }
  ${PART_STYLE} ${LAYER_STYLE}`;

/** Fills the page, scrolls to its middle, and defines `step(way)`, which highlights the next of the sentences in view. */
async function prepare(/** @type {string} */ html, /** @type {boolean} */ layers) {
  const root = /** @type {Element} */ (document.querySelector('article'));
  root.classList.toggle('layers', layers);
  root.innerHTML = html;
  // @ts-expect-error This address exists only in the page.
  const { createNarration } = await import('/narration/index.js');
  // @ts-expect-error This one, too.
  const { Highlighter } = await import('/highlight/highlighter.js');
  const paragraphs = root.querySelectorAll('p');
  const paragraph = /** @type {Element} */ (paragraphs[paragraphs.length >> 1]);
  paragraph.scrollIntoView();
  const narration = createNarration(root);
  await narration.cutAll();
  const spans = [...root.querySelectorAll('span')];
  const highlighter = new Highlighter();
  const moved = document.createRange();
  const first = narration.indexAt(paragraph.firstChild?.firstChild ?? paragraph.firstChild, 0);
  const cues = narration.cues.slice(first, first + 10);
  let at = 0;
  /** @type {any} */ (globalThis).step = (/** @type {string} */ way) => {
    at = (at + 1) % 10;
    if (way === 'nothing') return;
    if (way === 'highlight') {
      const cue = cues[at];
      highlighter.markSentence(cue.rangeOf(0, cue.text.length, moved));
      return;
    }
    spans[first + ((at + 9) % 10)]?.classList.remove('read');
    spans[first + at]?.classList.add('read');
  };
}

/** @returns the duration of each frame and of its script, in milliseconds */
async function frames(/** @type {string} */ way, /** @type {number} */ steps) {
  const scope = /** @type {any} */ (globalThis);
  const taken = [];
  for (let i = 0; i < steps; i++) {
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const start = performance.now();
        scope.step(way);
        const script = performance.now() - start;
        const { port1, port2 } = new MessageChannel();
        // The message arrives after the browser has rendered the frame.
        port1.onmessage = () => resolve(taken.push({ frame: performance.now() - start, script }));
        port2.postMessage(null);
      });
    });
  }
  return taken;
}

const round = (/** @type {number} */ number, digits = 2) => Number(number.toFixed(digits));

/** How often the page was laid out during highlighting, from the browser's trace. */
async function layouts(/** @type {import('puppeteer-core').Page} */ page) {
  await page.tracing.start({ categories: ['devtools.timeline'] });
  await page.evaluate(frames, 'highlight', STEPS);
  const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
  const named = (/** @type {string} */ name) =>
    trace.traceEvents.filter((/** @type {any} */ event) => event.name === name).length;
  if (named('Paint') === 0) throw new Error('The trace contains no paint');
  return named('Layout');
}

/** Opens a page with an article that is ready to be highlighted. */
async function open(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ address,
  /** @type {number} */ sentences,
  /** @type {typeof STRUCTURES[number]} */ structure,
  spans = false,
) {
  const page = await browser.newPage();
  await page.goto(address);
  const html = longArticle(sentences, { parts: structure === 'in parts', spans });
  await page.evaluate(prepare, html, structure === 'in layers');
  return page;
}

async function measure(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ address,
  /** @type {number} */ sentences,
  /** @type {typeof STRUCTURES[number]} */ structure,
) {
  const plain = await open(browser, address, sentences, structure);
  const spanned = await open(browser, address, sentences, structure, true);
  /** @type {Record<Way, { frame: number, script: number }[]>} */
  const taken = { nothing: [], highlight: [], spans: [] };
  for (let turn = -1; turn < ROUNDS; turn++) {
    for (const way of /** @type {Way[]} */ (Object.keys(taken))) {
      const page = way === 'spans' ? spanned : plain;
      await page.bringToFront();
      await page.evaluate(frames, way, 4);
      const some = await page.evaluate(frames, way, STEPS);
      if (turn >= 0) taken[way].push(...some);
    }
  }
  await plain.bringToFront();
  const laidOut = await layouts(plain);
  for (const page of [plain, spanned]) await page.close();
  const frame = (/** @type {Way} */ way) => median(taken[way].map((each) => each.frame));
  return {
    sentences,
    stands: structure,
    'empty frame, ms': round(frame('nothing')),
    'highlight, ms': round(frame('highlight')),
    'spans, ms': round(frame('spans')),
    'highlight / spans': round(frame('highlight') / frame('spans')),
    'script of the highlight, ms': round(median(taken.highlight.map(({ script }) => script)), 3),
    'layouts in the trace': laidOut,
  };
}

export async function measureHighlight() {
  const site = await serve(
    ['lib'],
    `<!doctype html><html lang="de"><style>${STYLE}</style><article></article></html>`,
    // Cross-origin isolated pages measure times to 5 µs.
    {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
  );
  const browser = await puppeteer.launch({
    executablePath: findChromium(),
    args: chromiumFlags(),
    protocolTimeout: 600_000,
  });
  const rows = [];
  for (const sentences of SIZES) {
    let spans = NaN;
    for (const structure of STRUCTURES) {
      const row = await measure(browser, site.address, sentences, structure);
      if (structure === 'in one') spans = row['spans, ms'];
      rows.push({ ...row, 'highlight / spans in one': round(row['highlight, ms'] / spans) });
    }
  }
  await browser.close();
  site.close();
  console.log('\nOne step of the highlight in Chromium');
  console.table(rows);
  return rows;
}
