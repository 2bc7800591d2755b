/** Markdown files as pages: their sections, the fenced blocks in these, and the examples that the blocks make. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { marked } from 'marked';

const ROOT = path.join(import.meta.dirname, '..');

/**
 * A fenced block.
 *
 * @typedef {object} Fence
 * @property {string} lang
 * @property {string} text
 * @property {string} [skipped] why it is not run, from a comment before it: `<!-- not run: reason -->`
 * @property {boolean} live whether the site shows its example at work, as a comment before it says: `<!-- live -->`
 * @property {import('marked').Token} token
 */

/**
 * The part of a page from one heading to the next.
 *
 * @typedef {object} Section
 * @property {string} name such as `docs/voices.md#azure`
 * @property {string} title
 * @property {Fence[]} fences
 */

/**
 * @typedef {object} Page
 * @property {string} file its path in the repository
 * @property {import('marked').TokensList} tokens
 * @property {Section[]} sections
 * @property {Heading[]} headings
 * @property {string[]} links where its links and pictures lead
 * @property {string[]} code the texts of its code spans
 * @property {string[][][]} tables the text of each cell, row by row, the head first
 */

/** @typedef {{ depth: number, text: string, anchor: string, token: import('marked').Token }} Heading */

/** @returns {Page} */
export function readPage(/** @type {string} */ file) {
  const tokens = marked.lexer(readFileSync(path.join(ROOT, file), 'utf8'));
  /** @type {Page} */
  const page = { file, tokens, sections: [], headings: [], links: [], code: [], tables: [] };
  let comment = '';
  marked.walkTokens(tokens, (token) => {
    if (token.type === 'heading') addHeading(page, /** @type {any} */ (token));
    if (token.type === 'code') {
      const skipped = /<!-- not run: (.+?) -->/s.exec(comment)?.[1];
      const live = comment.includes('<!-- live -->');
      const { lang = '', text } = token;
      page.sections.at(-1)?.fences.push({ lang, text, skipped, live, token });
    }
    if (token.type === 'link' || token.type === 'image') page.links.push(token.href);
    if (token.type === 'codespan') page.code.push(token.text);
    if (token.type === 'table')
      page.tables.push(cellsOf(/** @type {import('marked').Tokens.Table} */ (token)));
    if (token.type !== 'space') comment = token.type === 'html' ? token.raw : '';
  });
  return page;
}

function addHeading(
  /** @type {Page} */ page,
  /** @type {import('marked').Tokens.Heading} */ token,
) {
  const used = page.headings.map(({ anchor }) => anchor);
  const anchor = anchorOf(token.text, used);
  const text = plainText(token.text);
  page.headings.push({ depth: token.depth, text, anchor, token });
  page.sections.push({ name: `${page.file}#${anchor}`, title: text, fences: [] });
}

/** The text of inline Markdown without its marks. */
export function plainText(/** @type {string} */ markdown) {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]|\b_|_\b/g, '');
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
export function examplesOf(/** @type {Section} */ { name, title, fences }) {
  /** @type {Section[]} */
  const examples = [];
  for (const fence of fences.filter(({ skipped }) => !skipped)) {
    const current = examples.at(-1);
    const begins = fence.lang === 'html' && current?.fences.some(({ lang }) => lang === 'html');
    if (!current || begins) {
      const number = examples.length + 1;
      examples.push({ name: begins ? `${name} (${number})` : name, title, fences: [fence] });
    } else current.fences.push(fence);
  }
  return examples;
}

/** Everything an example has in one language. */
export function textOf(/** @type {Section} */ { fences }, /** @type {string} */ lang) {
  return fences
    .filter((fence) => fence.lang === lang)
    .map(({ text }) => text)
    .join('\n\n');
}
