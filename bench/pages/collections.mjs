/**
 * Reads folders of saved pages with the text of their articles, in the layouts of four public collections. None of them is part of
 * this repository: clone them, and pass the folder.
 *
 * - mozilla/readability, `test/test-pages`: the right text is `expected.html`, which is Readability's own output
 * - scrapinghub/article-extraction-benchmark: the right text is in `ground-truth.json`
 * - adbar/trafilatura, `tests`: `evaldata.json` has some passages that belong to the article, and some that do not
 * - flairNLP/fundus, `tests/resources/parser/test_data/de` (or another country's): the right text, with its title, is in a JSON file for each
 *   newspaper, which several pages share
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * A saved page: its HTML, and either the whole text of its article, or passages of it (`inside`) and of the rest (`outside`).
 * @typedef {{ name: string, url: string, html: () => Buffer, gold?: () => string, inside?: string[], outside?: string[] }} SavedPage
 */

/** The pages of a folder. @returns {SavedPage[]} */
export function savedPages(/** @type {string} */ folder) {
  const layout = LAYOUTS.find(({ marker }) => existsSync(path.join(folder, marker)));
  const pages = layout ? layout.read(folder) : sourcePages(folder);
  if (pages.length === 0)
    throw new Error(`${folder}: no ground-truth.json, evaldata.json, meta.info or */source.html`);
  return pages;
}

/**
 * Whether a page is of the half at which nobody looks who changes the rules, so that it shows whether a change helps on other pages. It depends on the
 * name alone.
 */
export function isHeldOut(/** @type {string} */ name) {
  return (createHash('sha256').update(name).digest()[0] ?? 0) % 2 === 1;
}

const LAYOUTS = [
  { marker: 'ground-truth.json', read: groundTruthPages },
  { marker: 'evaldata.json', read: passagePages },
  { marker: 'meta.info', read: newspaperPages },
];

/** @returns {SavedPage[]} */
function sourcePages(/** @type {string} */ folder) {
  return readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'expected.html')))
    .map((name) => ({
      name,
      url: 'http://fakehost/test/page.html',
      html: () => readFileSync(path.join(folder, name, 'source.html')),
      gold: () => textOf(readFileSync(path.join(folder, name, 'expected.html'), 'utf8')),
    }));
}

/** @returns {SavedPage[]} */
function groundTruthPages(/** @type {string} */ folder) {
  return Object.entries(readJson(folder, 'ground-truth.json')).map(
    ([name, { articleBody, url }]) => ({
      name,
      url,
      html: () => gunzipSync(readFileSync(path.join(folder, 'html', `${name}.html.gz`))),
      gold: () => articleBody,
    }),
  );
}

/** @returns {SavedPage[]} */
function passagePages(/** @type {string} */ folder) {
  return Object.entries(readJson(folder, 'evaldata.json')).flatMap(([url, data]) => {
    const file = ['eval', 'cache']
      .map((each) => path.join(folder, each, data.file))
      .find((each) => existsSync(each));
    if (!file) return [];
    const html = () => readFileSync(file);
    return { name: data.file, url, html, inside: data.with, outside: data.without };
  });
}

/** @returns {SavedPage[]} */
function newspaperPages(/** @type {string} */ folder) {
  return Object.entries(readJson(folder, 'meta.info')).flatMap(([file, { url }]) => {
    if (!existsSync(path.join(folder, file))) return [];
    const html = () => gunzipSync(readFileSync(path.join(folder, file)));
    const articles = readJson(folder, file.replace(/_[\d_]+\.html\.gz$/, '.json'));
    const gold = articleOf(Object.values(articles).map(paragraphsOf), html().toString());
    return gold ? { name: file, url, html, gold: () => gold.join('\n') } : [];
  });
}

/** @returns {string[]} */
const paragraphsOf = (/** @type {Record<string, any>} */ { title, body }) => [
  title,
  ...body.summary,
  ...body.sections.flatMap((/** @type {Record<string, string[]>} */ { headline, paragraphs }) => [
    ...(headline ?? []),
    ...(paragraphs ?? []),
  ]),
];

/** The article that a page shows, of those of its newspaper: most of its paragraphs stand in the page. */
function articleOf(/** @type {string[][]} */ articles, /** @type {string} */ html) {
  const page = textOf(html).replace(/\s+/g, ' ');
  const isShown = (/** @type {string} */ paragraph) => page.includes(paragraph.slice(0, 40));
  return articles.find((article) => article.filter(isShown).length > article.length / 2);
}

/** @returns {Record<string, any>} */
const readJson = (/** @type {string} */ folder, /** @type {string} */ file) =>
  JSON.parse(readFileSync(path.join(folder, file), 'utf8'));

/** The text of an HTML file that holds nothing but text. */
function textOf(/** @type {string} */ html) {
  return html
    .replace(/<!--.*?-->|<(script|style|svg|iframe|pre)\b.*?<\/\1>/gs, ' ')
    .replace(/<\/?(?:a|abbr|b|code|em|font|i|mark|q|small|span|strong|sub|sup|time|u)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
