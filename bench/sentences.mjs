/**
 * Measures how correctly and how fast German text is split into sentences, in comparison with Intl.Segmenter and with packages
 * for the same purpose. Needs German texts with marked sentence ends and their scorer, which are not part of this project:
 * `--data` is the path of their folder, `../shared/data` by default.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { segmenters } from './segmenters.mjs';
import { median } from './statistics.mjs';

const ROUNDS = 15;

const percent = (/** @type {number} */ share) => Number((100 * share).toFixed(2));

/** Megabytes of UTF-8 per second. The candidates take turns, so that load on the machine affects all of them alike. */
function speeds(
  /** @type {string[]} */ texts,
  /** @type {Record<string, import('./segmenters.mjs').Segmenter>} */ candidates,
) {
  const megabytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  /** @type {Record<string, number[]>} */
  const runs = Object.fromEntries(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, segment] of Object.entries(candidates)) {
      const start = performance.now();
      for (const text of texts) Array.from(segment(text, 'de'));
      runs[name]?.push(megabytes / ((performance.now() - start) / 1000));
    }
  }
  return Object.fromEntries(Object.entries(runs).map(([name, of]) => [name, median(of)]));
}

/** Times for one block of text of different lengths, in milliseconds, to show whether they grow linearly. */
function growth(
  /** @type {string} */ text,
  /** @type {import('./segmenters.mjs').Segmenter} */ segment,
) {
  const time = (/** @type {number} */ length) => {
    const block = text.repeat(Math.ceil(length / text.length)).slice(0, length);
    return median(
      Array.from({ length: 7 }, () => {
        const start = performance.now();
        Array.from(segment(block, 'de'));
        return performance.now() - start;
      }),
    );
  };
  return { '25,000': time(25_000), '100,000': time(100_000), '400,000': time(400_000) };
}

/** @returns {Promise<object | null>} null if there is no data */
export async function measureSentences(/** @type {string} */ data) {
  const scorer = path.resolve(data, 'score.mjs');
  const folder = path.resolve(data, 'segmentation');
  if (!existsSync(scorer) || !existsSync(folder)) return null;
  const { load, scoreSet, scoreHard } = await import(pathToFileURL(scorer).href);
  const sets = load(folder).filter(
    (/** @type {{ name: string }} */ { name }) => !name.includes('layout'),
  );
  const all = sets.flatMap((/** @type {{ paras: { text: string }[] }} */ { paras }) => paras);
  const candidates = await segmenters();
  const texts = all.map((/** @type {{ text: string }} */ { text }) => text);
  const speed = speeds(texts, candidates);

  const rows = [];
  for (const [name, segment] of Object.entries(candidates)) {
    const score = await scoreSet(all, segment, 'de');
    const hard = await scoreHard(all, segment, 'de');
    /** @type {Record<string, number>} */
    const errors = {};
    for (const set of sets) {
      const { fp, fn } = await scoreSet(set.paras, segment, 'de');
      errors[path.basename(set.name, '.jsonl')] = fp + fn;
    }
    rows.push({
      name,
      F1: percent(score.F1),
      'whole paragraphs %': percent(score.exact2),
      'hard points %': percent(hard.acc),
      'MB/s': Number((speed[name] ?? NaN).toFixed(1)),
      'speed to native': Number(
        ((speed[name] ?? NaN) / (speed['Intl.Segmenter'] ?? NaN)).toFixed(2),
      ),
      ...errors,
    });
  }
  console.log('\nSentences: share of correct sentence ends, and errors by file');
  console.table(Object.fromEntries(rows.map(({ name, ...row }) => [name, row])));

  const text = texts.join(' ');
  const times = {
    vorleser: growth(
      text,
      /** @type {import('./segmenters.mjs').Segmenter} */ (candidates.vorleser),
    ),
    'Intl.Segmenter': growth(
      text,
      /** @type {import('./segmenters.mjs').Segmenter} */ (candidates['Intl.Segmenter']),
    ),
  };
  console.log('Time for one block by its number of characters, in milliseconds');
  console.table(times);

  const variants = execFileSync(
    process.execPath,
    [path.resolve(data, 'variants.mjs'), 'lib/narration/index.js', folder],
    { encoding: 'utf8' },
  );
  const worst = Math.min(
    ...[...variants.slice(variants.lastIndexOf('\nindex')).matchAll(/F1 ([\d.]+)/g)].map(([, F1]) =>
      Number(F1),
    ),
  );
  console.log(`Worst F1 with other quotation marks and spaces: ${worst}`);
  return { rows, times, worstVariant: worst };
}
