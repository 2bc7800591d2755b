/**
 * Measures how well the article of a page is found, on folders of saved pages: `npm run bench -- pages --folder DIR`. What the player
 * reads stands beside Mozilla's Readability and the `innerText` of the whole page, on the same pages in the same Chromium.
 * `pages/collections.mjs` says which folders fit.
 */
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { isHeldOut, savedPages } from './pages/collections.mjs';
import { measureLargePages } from './pages/large-pages.mjs';
import { openSavedPage } from './pages/open-saved-page.mjs';
import { scorePassages, scoreText } from './pages/score.mjs';
import { median } from './statistics.mjs';

/** @typedef {import('./pages/collections.mjs').SavedPage} SavedPage */
/** @typedef {import('./pages/score.mjs').Score} Score */

/** How many pages are open at the same time. */
const TABS = 3;

/**
 * What is read of a page by each of the readers, how long finding it took, in milliseconds, and the language that the page declares.
 * @typedef {{ texts: Record<string, string>, milliseconds: number, lang: string }} Reading
 */

/** Measures large pages, and the pages of folders: all of them, each half, and the German ones. */
export async function measurePages(/** @type {string[]} */ folders) {
  const script = await readerScript();
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumFlags() });
  const largePages = await measureLargePages(browser, script, folders.flatMap(savedPages));
  if (folders.length === 0) console.log('\nSaved pages: name a folder of them with --folder');
  const tables = [];
  for (const folder of folders) {
    const results = await readAll(browser, savedPages(folder), script);
    const german = results.filter(({ lang }) => /^de\b/i.test(lang));
    const heldOut = results.filter(({ name }) => isHeldOut(name));
    const developed = results.filter(({ name }) => !isHeldOut(name));
    for (const [which, some] of /** @type {const} */ ([
      ['pages', results],
      ['pages that the rules were developed with', developed],
      ['pages that were held out', heldOut],
      ['German pages', german],
    ])) {
      const table = tableOf(some.map(({ scores }) => scores));
      console.log(`\n${folder}: ${some.length} ${which}`);
      console.table(table);
      tables.push({ folder, which, pages: some.length, table });
    }
    const times = results.map(({ milliseconds }) => milliseconds);
    console.log(
      `Found in ${median(times).toFixed(1)} ms (median), ${Math.max(...times).toFixed(1)} at most`,
    );
  }
  await browser.close();
  return { largePages, tables };
}

/** Reads pages, some at the same time, and scores what was read. */
async function readAll(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {SavedPage[]} */ pages,
  /** @type {string} */ script,
) {
  const waiting = pages.values();
  /** @type {{ name: string, scores: Record<string, Score>, milliseconds: number, lang: string }[]} */
  const results = [];
  const work = async () => {
    for (const page of waiting) {
      const { texts, milliseconds, lang } = await read(browser, page, script);
      const scores = Object.fromEntries(
        Object.entries(texts).map(([reader, text]) => [reader, scoreOf(page, text)]),
      );
      results.push({ name: page.name, scores, milliseconds, lang });
    }
  };
  await Promise.all(Array.from({ length: TABS }, work));
  return results;
}

/** @returns {Score} */
function scoreOf(
  /** @type {SavedPage} */ { gold, inside = [], outside = [] },
  /** @type {string} */ text,
) {
  return gold ? scoreText(text, gold()) : scorePassages(text, inside, outside);
}

/** The readers as one script for a page. */
async function readerScript() {
  const { outputFiles } = await build({
    entryPoints: [new URL('pages/readers.mjs', import.meta.url).pathname],
    bundle: true,
    format: 'iife',
    write: false,
    target: 'es2024',
  });
  const [file] = outputFiles;
  if (!file) throw new Error('esbuild built nothing');
  return file.text;
}

/** @returns {Promise<Reading>} */
async function read(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {SavedPage} */ saved,
  /** @type {string} */ script,
) {
  const page = await openSavedPage(browser, saved);
  try {
    await page.evaluate(script);
    return await page.evaluate(() => /** @type {any} */ (globalThis).readPage());
  } finally {
    await page.close();
  }
}

/** One row for each reader. */
function tableOf(/** @type {Record<string, Score>[]} */ scores) {
  const readers = Object.keys(scores[0] ?? {});
  return readers.map((reader) => {
    const mean = (/** @type {keyof Score} */ name) =>
      scores.reduce((sum, score) => sum + Number(score[reader]?.[name]), 0) / scores.length;
    return {
      reader,
      F1: round(mean('f1')),
      precision: round(mean('precision')),
      recall: round(mean('recall')),
      'wrong in silence, %': round(100 * mean('wrong')),
      'nothing read, %': round(100 * mean('nothing')),
    };
  });
}

const round = (/** @type {number} */ number) => Number(number.toFixed(3));
