/** The threat model: each threat names a test that shows what happens, and each of these tests exists. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { marked } from 'marked';

const FILE = path.resolve(import.meta.dirname, '../../docs/security.md');

/** A title as a test file has it. */
const TITLE = /\b(?:describe|it|test)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs;

/** @typedef {{ threat: string, links: { title: string, file: string }[] }} Row */

/** The rows of the tables whose last column names tests. @type {Row[]} */
const rows = [];
marked.walkTokens(marked.lexer(readFileSync(FILE, 'utf8')), (token) => {
  if (token.type !== 'table' || token.header.at(-1)?.text !== 'test') return;
  for (const row of /** @type {import('marked').Tokens.Table} */ (token).rows) {
    const tokens = row.at(-1)?.tokens ?? [];
    const links = tokens.filter(({ type }) => type === 'link');
    rows.push({
      threat: row[0]?.text ?? '',
      links: links.map((link) => ({
        title: 'text' in link ? link.text : '',
        file: path.resolve(path.dirname(FILE), 'href' in link ? link.href : ''),
      })),
    });
  }
});

/** Matches the titles that a test has: what is inserted into one can be anything. */
function patternOf(/** @type {RegExpMatchArray} */ [, , title = '']) {
  const parts = title
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // What is inserted must not be all there is.
  return parts.some((part) => /\w/.test(part)) ? new RegExp(`^${parts.join('.+')}$`) : /^$/;
}

describe('the threat model', () => {
  test('has threats', () => assert.ok(rows.length > 30));

  for (const { threat, links } of rows)
    test(`${threat}: names tests that exist`, () => {
      assert.ok(links.length > 0, 'no test is named');
      for (const { title, file } of links) {
        assert.ok(existsSync(file), `there is no ${file}`);
        assert.match(file, /\.test\.m?[jt]s$/);
        const titles = [...readFileSync(file, 'utf8').matchAll(TITLE)].map(patternOf);
        const exists = titles.some((each) => each.test(title));
        assert.ok(exists, `${path.basename(file)} has no test “${title}”`);
      }
    });
});
