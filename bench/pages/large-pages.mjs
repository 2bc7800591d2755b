/**
 * Measures how long the main text of pages of about 1 MB takes to be found, on a processor that is not slowed, and how many layouts that
 * needs: of one that has an article of 5,000 sentences with links, between menus, teasers, lists of links and comments, and of those among saved pages,
 * which have fewer elements and more scripts.
 */
import { longArticle } from '../long-article.mjs';
import { median } from '../statistics.mjs';
import { openSavedPage } from './open-saved-page.mjs';

/** @typedef {import('./collections.mjs').SavedPage} SavedPage */

/** How large the made page is at least, and how large the saved ones are, in bytes. */
const SIZE = 1_000_000;
const SMALLEST = 0.8 * SIZE;
const LARGEST = 1.3 * SIZE;

/** In so many fresh browser contexts the text is searched: a page searches once, when neither the code nor the page has been used yet. */
const CONTEXTS = 9;

/** How often it is searched in the last of them; the times after the first ones show what the compiled code takes. */
const RUNS = 15;
const WARM_UP = 3;

/** Prints a row for each page, in milliseconds: the median and the shortest of the first times, and the median of later ones. */
export async function measureLargePages(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ script,
  /** @type {SavedPage[]} */ savedPages,
) {
  const saved = savedPages.filter((page) => {
    const { length } = page.html();
    return length >= SMALLEST && length <= LARGEST;
  });
  const rows = [];
  for (const page of [largePage(), ...saved]) rows.push(await measure(browser, script, page));
  console.log(`\nMain text of pages of about 1 MB, found in so many ms (${CONTEXTS} contexts)`);
  console.table(rows);
  const [, ...ofSaved] = rows.map(({ first }) => first);
  if (ofSaved.length > 0)
    console.log(`${ofSaved.length} saved pages: ${median(ofSaved)} ms the first time (median)`);
  return rows;
}

async function measure(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ script,
  /** @type {SavedPage} */ page,
) {
  const firstTimes = [];
  for (let context = 1; context < CONTEXTS; context++) {
    const [first] = (await searches(browser, page, script, 1)).times;
    firstTimes.push(first ?? NaN);
  }
  const { times, elements, layouts } = await searches(browser, page, script, RUNS);
  firstTimes.push(times[0] ?? NaN);
  return {
    page: page.name.slice(0, 30),
    kilobytes: Math.round(page.html().length / 1000),
    elements,
    first: round(median(firstTimes)),
    'shortest first': round(Math.min(...firstTimes)),
    warm: round(median(times.slice(WARM_UP))),
    layouts,
  };
}

const round = (/** @type {number} */ milliseconds) => Number(milliseconds.toFixed(1));

/** Searches the text of a page in a fresh browser context, so that nothing is warm. */
async function searches(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {SavedPage} */ saved,
  /** @type {string} */ script,
  /** @type {number} */ runs,
) {
  const context = await browser.createBrowserContext();
  const page = await openSavedPage(context, saved);
  // The page is laid out before a listener comes.
  await page.evaluate(() => void document.body.getBoundingClientRect());
  await page.evaluate(script);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const layoutCount = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN;
  };
  const before = await layoutCount();
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < runs; run++)
    times.push(await page.evaluate(() => /** @type {any} */ (globalThis).findText()));
  const layouts = (await layoutCount()) - before;
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await context.close();
  return { times, elements, layouts };
}

/** @returns {SavedPage} */
function largePage() {
  const links = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, i) => `<li><a href="/thema-${i}">Thema ${i}</a></li>`).join(
      '',
    );
  const teaser = (/** @type {number} */ i) =>
    `<div class="teaser-item col-4"><h3><a href="/artikel-${i}">Ein anderer Artikel</a></h3><p>Wovon er handelt, steht hier in einem Satz.</p></div>`;
  const comment = (/** @type {number} */ i) =>
    `<li class="comment depth-1"><b>Leser ${i}</b><p>Das ist eine Meinung zu diesem Artikel, und sie ist länger als eine Zeile, wie so oft.</p></li>`;
  const article = longArticle(5000, { parts: true, headings: true }).replaceAll(
    'vielen Sätzen',
    '<a href="/saetze">vielen</a> <em>Sätzen</em>',
  );
  const around = (/** @type {number} */ count) =>
    Array.from({ length: count }, (_, i) => teaser(i) + comment(i)).join('');
  const page = (/** @type {string} */ rest) =>
    `<!doctype html><html lang="de"><title>Ein langer Artikel</title><body>
    <div class="menu"><ul>${links(300)}</ul></div>
    <div class="wrapper"><h1>Ein langer Artikel</h1><div class="content">${article}</div></div>
    <div class="below">${rest}</div><div class="site-footer"><ul>${links(200)}</ul></div></body></html>`;
  const missing = SIZE - page('').length;
  const html = page(around(Math.max(0, Math.ceil(missing / around(1).length))));
  return { name: 'made', url: 'https://made.example/page', html: () => Buffer.from(html) };
}
