/**
 * Measures how long the main text of a page of 1 MB takes to be found, on a processor that is not slowed, and how many layouts that
 * needs: the page has an article of 5,000 sentences with links, between menus, teasers, lists of links and comments.
 */
import { longArticle } from '../long-article.mjs';
import { median } from '../statistics.mjs';

/** How large the page is at least, in bytes. */
const SIZE = 1_000_000;

/** How often the text is searched; the first times are slower, since the code is not compiled yet. */
const RUNS = 15;
const WARM_UP = 3;

/** Prints the median and the longest time, in milliseconds. */
export async function measureLargePage(
  /** @type {import('puppeteer-core').Browser} */ browser,
  /** @type {string} */ script,
) {
  const html = largePage();
  const page = await browser.newPage();
  await page.setContent(html);
  await page.evaluate(script);
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  const layouts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN;
  };
  const before = await layouts();
  const times = [];
  for (let run = 0; run < RUNS; run++)
    times.push(await page.evaluate(() => /** @type {any} */ (globalThis).findText()));
  const result = {
    kilobytes: Math.round(html.length / 1000),
    elements: await page.evaluate(() => document.querySelectorAll('*').length),
    first: times[0],
    median: median(times.slice(WARM_UP)),
    longest: Math.max(...times.slice(WARM_UP)),
    layouts: (await layouts()) - before,
  };
  await page.close();
  console.log(
    `\nRoot of a 1 MB page found in ${result.median.toFixed(1)} ms (median of ${RUNS - WARM_UP}), ${result.first?.toFixed(1)} the first time, ` +
      `${result.elements} elements, ${result.layouts} layouts`,
  );
  return result;
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
