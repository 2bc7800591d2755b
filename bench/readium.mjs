/**
 * Compares what is read with the fixtures of readium/speech, HTML with the utterances that Readium makes of it, case by case:
 * `npm run bench -- readium --folder DIR`, where DIR is `fixtures/` of a clone. Nothing of them is part of this repository.
 *
 * A case agrees if the same words are read, in the same order and in the same languages, by Readium's first case: with nothing skipped
 * and nothing announced. How a text is divided into utterances is not compared. The descriptions of images are read, as a listener can choose.
 *
 * @see https://github.com/readium/speech/blob/main/fixtures/README.md
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { chromiumFlags, findChromium } from '../test/machine.mjs';
import { listen } from '../test/rig/serve.mjs';

/** A span of a text in one language. @typedef {{ text: string, lang: string }} Run */

/**
 * A fixture of Readium.
 * @typedef {{ id: string, role: string, input: string, expected: Run[] }} Fixture
 */

/**
 * What is read of a fixture.
 * @typedef {{ id: string, role: string, agrees: boolean, ours: string, theirs: string }} Comparison
 */

/** The language of Readium's fixtures that declare none. */
const LANGUAGE = 'en';

/** The groups of fixtures, by their roles. Other roles are those of the parts of a book. @type {Record<string, string>} */
const GROUPS = {
  'text and its structure':
    'article body main header section region heading paragraph blockquote definition term list summary details separator presentation aside complementary',
  tables: 'table',
  'images, media, formulas, code': 'figure image math audio video preformatted',
  'notes and references': 'footnote endnotes noteref backlink biblioref glossref',
  'navigation and page numbers':
    'navigation toc landmarks loa loi lot lov pagelist pagebreak index',
  languages: 'language',
};
const OTHERS = 'parts of a book';

export async function measureReadium(/** @type {string[]} */ folders) {
  const [folder] = folders;
  if (!folder) {
    console.log('\nFixtures of readium/speech: name their folder with --folder');
    return [];
  }
  const fixtures = fixturesIn(folder);
  const pages = new Map(fixtures.map(({ id, input }) => [`/${id}`, input]));
  const files = sirv('lib');
  const site = await listen((request, response) => {
    const input = pages.get(request.url ?? '');
    if (!input) return void files(request, response);
    const isXml = input.startsWith('<?xml');
    const type = isXml ? 'application/xhtml+xml' : 'text/html; charset=utf-8';
    response.writeHead(200, { 'Content-Type': type }).end(isXml ? input : documentOf(input));
  });
  const browser = await puppeteer.launch({ executablePath: findChromium(), args: chromiumFlags() });
  const page = await browser.newPage();
  const rows = [];
  for (const { id, role, expected } of fixtures) {
    await page.goto(`${site.origin}/${id}`);
    const read = await page.evaluate(readBody, LANGUAGE);
    rows.push({ id, role, ...compared(read, expected) });
  }
  await browser.close();
  site.close();
  print(rows);
  return rows;
}

function print(/** @type {Comparison[]} */ rows) {
  console.log('\nFixtures of readium/speech of which the same is read');
  console.table(
    [...Object.keys(GROUPS), OTHERS, null].map((group) => {
      const some = rows.filter(({ role }) => group === null || groupOf(role) === group);
      const agree = some.filter(({ agrees }) => agrees).length;
      return { group: group ?? 'all', fixtures: some.length, agree };
    }),
  );
  console.log('The others:');
  for (const { id, agrees, ours, theirs } of rows)
    if (!agrees) console.log(`${id}\n  Readium:  ${theirs}\n  Vorleser: ${ours}`);
}

function groupOf(/** @type {string} */ role) {
  const groups = Object.entries(GROUPS);
  return groups.find(([, roles]) => roles.split(' ').includes(role))?.[0] ?? OTHERS;
}

/** @returns {Fixture[]} */
function fixturesIn(/** @type {string} */ folder) {
  /** @type {{ id: string, dir: string, role: string, files: Record<string, string> }[]} */
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  return manifest.flatMap(({ id, dir, role, files }) => {
    const [input = '', utterances = ''] = [files['input'], files['utterances']].map((name) =>
      path.join(folder, dir, name ?? ''),
    );
    if (!existsSync(utterances)) {
      console.log(`${id}: its utterances are missing`);
      return [];
    }
    const { cases } = JSON.parse(readFileSync(utterances, 'utf8'));
    return [{ id, role, input: readFileSync(input, 'utf8'), expected: runsOf(cases) }];
  });
}

/** What Readium reads if nothing is skipped or announced. @returns {Run[]} */
function runsOf(
  /** @type {{ options: object[], utterances: { plain: string, language?: string }[] }[]} */ cases,
) {
  const isDefault = (/** @type {object} */ options) => Object.keys(options).join() === 'format';
  const found = cases.find(({ options }) => options.some(isDefault));
  return (found?.utterances ?? []).map(({ plain, language = '' }) => ({
    text: plain,
    lang: language,
  }));
}

/** The page of a fragment; documents stay as they are. */
function documentOf(/** @type {string} */ input) {
  return /^\s*<!doctype|^\s*<html/i.test(input)
    ? input
    : `<!doctype html><html lang="${LANGUAGE}"><title>Fixture</title><body>${input}`;
}

function compared(/** @type {Run[]} */ read, /** @type {Run[]} */ expected) {
  const [ours, theirs] = [wordsOf(read), wordsOf(expected)];
  return { agrees: ours === theirs, ours, theirs };
}

/**
 * The words, with their language where it changes. Readium names the language of an utterance only where it has found one; others are
 * in that of the page.
 */
function wordsOf(/** @type {Run[]} */ runs) {
  let current = '';
  let words = '';
  for (const { text, lang } of runs) {
    if (/\p{L}/u.test(text)) {
      if (lang && lang !== (current || LANGUAGE)) words += `[${lang}] `;
      current = lang || current;
    }
    words += `${text} `;
  }
  return words
    .replace(/\s+([.,:;!?])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Runs in the page: what is read of it, with the spoken form. @returns {Promise<Run[]>} */
async function readBody(/** @type {string} */ language) {
  // @ts-expect-error The URLs are resolved in the page.
  const [{ createNarration }, { spokenParts }] = await Promise.all([
    import('/narration/index.js'),
    import('/narration/spoken/index.js'),
  ]);
  const { lang } = document.documentElement;
  const options = { images: true, language: () => lang || language };
  const narration = createNarration(document.body, options);
  await narration.cutAll();
  return narration.cues.flatMap((/** @type {any} */ cue) =>
    spokenParts(cue).flatMap((/** @type {any} */ { runs }) => runs),
  );
}
