/** The German pages say what the English ones say: the same headings, snippets, links and tables, in the same order. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';
import { counterpartOf, languageOf } from '../../site/navigation.mjs';
import { pages } from './pages.mjs';

/** @typedef {import('../../site/source.mjs').Page} Page */

/** The index of each language lists the pages that there are in it. */
const INDEX = 'docs/de/README.md';

const german = pages.filter(({ file }) => languageOf(file) === 'de' && file !== INDEX);

describe('the German pages', () => {
  test('are there', () => assert.ok(german.length >= 4));

  for (const page of german) {
    const english = pages.find(({ file }) => file === counterpartOf(page.file));

    test(`${page.file} has an English counterpart`, () => assert.ok(english));
    if (!english) continue;

    test(`${page.file} has the headings of ${english.file}`, () => {
      assert.deepEqual(...shapes(page, english, headingsOf));
    });

    test(`${page.file} has the snippets of ${english.file}`, () => {
      assert.deepEqual(snippetsOf(page), snippetsOf(english));
    });

    test(`${page.file} links to what ${english.file} links to`, () => {
      assert.deepEqual(linksOf(page), linksOf(english));
    });

    test(`${page.file} has the tables of ${english.file}`, () => {
      const sizes = (/** @type {Page} */ { tables }) =>
        tables.map((rows) => `${rows.length} × ${rows[0]?.length}`);
      assert.deepEqual(sizes(page), sizes(english));
    });
  }
});

/**
 * What two pages have, each line with the German heading that it belongs to, so that a failure says where they differ.
 *
 * @param {Page} page
 * @param {Page} english
 * @param {(page: Page) => string[]} of
 * @returns {[string[], string[]]}
 */
function shapes(page, english, of) {
  const names = page.headings.map(({ text }) => text);
  const named = (/** @type {string[]} */ lines) =>
    lines.map((line, index) => `${line} ${names[index] ?? ''}`);
  return [named(of(page)), named(of(english))];
}

function headingsOf(/** @type {Page} */ { headings, sections }) {
  return headings.map(({ depth }, index) => {
    const blocks = sections[index]?.fences.length ?? 0;
    return `${'#'.repeat(depth)} (${blocks} blocks)`;
  });
}

function snippetsOf(/** @type {Page} */ { sections }) {
  return sections.flatMap(({ fences }) =>
    fences.map(({ lang, text, skipped, live }) => ({ lang, text, skipped: !!skipped, live })),
  );
}

/** Where a page leads, as paths in the repository; an anchor is that of the heading with the same number. */
function linksOf(/** @type {Page} */ { file, links }) {
  return links
    .map((link) => {
      if (/^https?:/.test(link)) return link;
      const [target = '', anchor] = link.split('#');
      const linked = target ? path.join(path.dirname(file), target) : file;
      const page = pages.find((each) => each.file === linked);
      const number = page?.headings.findIndex((heading) => heading.anchor === anchor) ?? -1;
      const inEnglish = languageOf(linked) === 'de' ? counterpartOf(linked) : linked;
      return anchor ? `${inEnglish} heading ${number}` : inEnglish;
    })
    .sort();
}
