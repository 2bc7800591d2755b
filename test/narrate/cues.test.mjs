/** The sentences that `vorleser narrate` finds without a browser are those that the player finds in Chromium. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import ts from 'typescript';
import { chromiumFlags, findChromium } from '../machine.mjs';

// Built, so that its types are missing in a fresh clone.
const { openArticle } = await import(path.resolve('lib/narrate/articles/open-article.js'));
const { markdownPage } = await import(path.resolve('lib/narrate/articles/markdown.js'));
const { sourcesOf } = await import(path.resolve('lib/narrate/articles/sources.js'));

/** @type {import('puppeteer-core').Browser} */
let browser;
/** @type {import('puppeteer-core').Page} */
let page;
let script = '';

before(async () => {
  const bundle = await build({
    entryPoints: ['test/fixtures/page-cues.ts'],
    bundle: true,
    write: false,
    format: 'iife',
  });
  script = bundle.outputFiles[0]?.text ?? '';
  browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumFlags() });
  page = await browser.newPage();
  // Neither runs scripts, and both read what the HTML says.
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.resourceType() === 'document' ? request.continue() : request.abort(),
  );
});
after(() => browser.close());

/** What is compared. */
const written = (/** @type {any} */ { text, lang, heading }) => ({ text, lang, heading });

/** @returns {Promise<unknown>} */
async function inChromium(/** @type {string | undefined} */ selector) {
  await page.evaluate(script);
  return page.evaluate((root) => /** @type {any} */ (globalThis).cuesOf(root), selector ?? '');
}

/** @returns {Promise<unknown>} */
async function inNode(
  /** @type {string} */ html,
  /** @type {string} */ address,
  /** @type {string | undefined} */ root,
) {
  const read = () => Promise.resolve({ html, address, frontMatter: {} });
  const source = { name: 'page', input: 'page', read };
  try {
    const article = await openArticle(source, { root }, new AbortController().signal);
    const cues = article.narration.cues.map(written);
    await article.close();
    return cues;
  } catch (error) {
    if (/no text|list of articles/.test(String(error))) return null;
    throw error;
  }
}

const pages = readdirSync('test/hosts/pages', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .map((file) => path.join('test/hosts/pages', file));

describe('pages', () => {
  for (const file of [...pages, 'dist/index.html', 'dist/gast/index.html'])
    test(file, async () => {
      const address = pathToFileURL(file).href;
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const expected = await inChromium(undefined);
      assert.deepEqual(await inNode(readFileSync(file, 'utf8'), address, undefined), expected);
    });
});

test('the article in Markdown has the sentences of its page', async () => {
  const [source] = sourcesOf(['article/putin-nordkorea.md'], [], '');
  assert.ok(source);
  const article = await openArticle(source, {}, new AbortController().signal);
  await page.goto(pathToFileURL('dist/index.html').href, { waitUntil: 'domcontentloaded' });
  assert.deepEqual(article.narration.cues.map(written), await inChromium('#artikel'));
  await article.close();
});

test('an article in Markdown has its lead after its headline', async () => {
  const { html } = await markdownPage(
    '---\ntitle: Titel\nlead: Worum <es> geht.\n---\n\nEin Satz.\n',
  );
  assert.match(html, /<header><h1>Titel<\/h1><p>Worum &lt;es> geht\.<\/p><\/header><p>Ein Satz/);
});

describe('markup of the tests of the walk', () => {
  const markups = markupsIn('test/narration/walk.test.ts');
  for (const markup of markups) {
    const title = markup.length > 90 ? `${markup.slice(0, 90)}…` : markup;
    test(title, async () => {
      const html = `<!doctype html><html><body><article lang="de">${markup}</article></body></html>`;
      await page.setContent(html, { waitUntil: 'domcontentloaded' });
      const expected = /** @type {unknown[]} */ ((await inChromium('article')) ?? []);
      assert.deepEqual((await inNode(html, 'about:blank', 'article')) ?? [], expected);
    });
  }

  test('are many', () => assert.ok(markups.length > 40, `${markups.length}`));
});

/** The strings with markup in a TypeScript file. */
function markupsIn(/** @type {string} */ file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  /** @type {Set<string>} */
  const found = new Set();
  const visit = (/** @type {import('typescript').Node} */ node) => {
    if (ts.isStringLiteralLike(node) && /<\w/.test(node.text)) found.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found];
}
