/**
 * Measures how long the main text of a page of 1 MB takes to be found, on a processor that is not slowed, and how many layouts that
 * needs: the page has an article of 5,000 sentences with links, between menus, teasers, lists of links and comments.
 */
import { longArticle } from '../long-article.mjs';
import { median } from '../statistics.mjs';

/** How large the page is at least, in bytes. */
const SIZE = 1_000_000;

/** In so many fresh browser contexts the text is searched: a page searches once, when neither the code nor the page has been used yet. */
const CONTEXTS = 9;

/** How often it is searched in the last of them; the times after the first ones show what the compiled code takes. */
const RUNS = 15;
const WARM_UP = 3;

/** Prints the median of the first times, and that of later ones beside it, in milliseconds. */
export async function measureLargePage(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ script,
) {
  const html = largePage();
  const firstTimes = [];
  for (let context = 1; context < CONTEXTS; context++) {
    const [first] = (await searches(browser, html, script, 1)).times;
    firstTimes.push(first ?? NaN);
  }
  const { times, elements, layouts } = await searches(browser, html, script, RUNS);
  firstTimes.push(times[0] ?? NaN);
  const result = {
    kilobytes: Math.round(html.length / 1000),
    elements,
    first: median(firstTimes),
    shortestFirst: Math.min(...firstTimes),
    warm: median(times.slice(WARM_UP)),
    layouts,
  };
  console.log(
    `\nRoot of a 1 MB page found in ${result.first.toFixed(1)} ms the first time (median of ${CONTEXTS} browser contexts, ` +
      `${result.shortestFirst.toFixed(1)} at least), ${result.warm.toFixed(1)} when warm, ${elements} elements, ${layouts} layouts`,
  );
  return result;
}

/** Searches the text of a page in a fresh browser context, so that nothing is warm. */
async function searches(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ html,
  /** @type {string} */ script,
  /** @type {number} */ runs,
) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setContent(html);
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
  return page(around(Math.max(0, Math.ceil(missing / around(1).length))));
}
