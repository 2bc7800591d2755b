/** The documentation as the tests look at it: its pages, their sections, and the fenced blocks in these. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { marked } from 'marked';

process.chdir(path.join(import.meta.dirname, '../..'));

/**
 * A fenced block.
 *
 * @typedef {object} Fence
 * @property {string} lang
 * @property {string} text
 * @property {string} [skipped] why it is not run, from a comment before it: `<!-- not run: reason -->`
 */

/**
 * The part of a page from one heading to the next.
 *
 * @typedef {object} Section
 * @property {string} name such as `docs/voices.md#azure`
 * @property {Fence[]} fences
 */

/**
 * @typedef {object} Page
 * @property {string} file
 * @property {Section[]} sections
 * @property {string[]} anchors of its headings
 * @property {string[]} links where its links and pictures lead
 * @property {string[]} code what stands in code spans
 * @property {string[][][]} tables the text of each cell, row by row, the head first
 */

const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].concat(
  readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
);

/** @type {Page[]} */
export const pages = files.map(readPage);

export const sections = pages.flatMap(({ sections }) => sections);

/** @returns {Page} */
function readPage(/** @type {string} */ file) {
  /** @type {Page} */
  const page = { file, sections: [], anchors: [], links: [], code: [], tables: [] };
  let comment = '';
  marked.walkTokens(marked.lexer(readFileSync(file, 'utf8')), (token) => {
    if (token.type === 'heading') {
      const anchor = anchorOf(token.text, page.anchors);
      page.anchors.push(anchor);
      page.sections.push({ name: `${file}#${anchor}`, fences: [] });
    }
    if (token.type === 'code') {
      const skipped = /<!-- not run: (.+?) -->/s.exec(comment)?.[1];
      page.sections.at(-1)?.fences.push({ lang: token.lang ?? '', text: token.text, skipped });
    }
    if (token.type === 'link' || token.type === 'image') page.links.push(token.href);
    if (token.type === 'codespan') page.code.push(token.text);
    if (token.type === 'table')
      page.tables.push(cellsOf(/** @type {import('marked').Tokens.Table} */ (token)));
    if (token.type !== 'space') comment = token.type === 'html' ? token.raw : '';
  });
  return page;
}

function cellsOf(/** @type {import('marked').Tokens.Table} */ { header, rows }) {
  return [header, ...rows].map((row) => row.map(({ text }) => text.replaceAll('`', '')));
}

/** The anchor that GitHub gives a heading: a number is added if it has been used before. */
function anchorOf(/** @type {string} */ heading, /** @type {readonly string[]} */ used) {
  const anchor = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
  let count = 0;
  while (used.includes(count > 0 ? `${anchor}-${count}` : anchor)) count++;
  return count > 0 ? `${anchor}-${count}` : anchor;
}

/**
 * The examples of a section, each of which runs by itself. One begins with every block of HTML, to which the blocks of other
 * languages after it belong.
 *
 * @returns {Section[]}
 */
export function examplesOf(/** @type {Section} */ { name, fences }) {
  /** @type {Section[]} */
  const examples = [];
  for (const fence of fences.filter(({ skipped }) => !skipped)) {
    const current = examples.at(-1);
    const begins = fence.lang === 'html' && current?.fences.some(({ lang }) => lang === 'html');
    if (!current || begins)
      examples.push({ name: begins ? `${name} (${examples.length + 1})` : name, fences: [fence] });
    else current.fences.push(fence);
  }
  return examples;
}
