/**
 * Samples what the rules for spoken forms change in texts, for people to read: how many of a thousand changes are wrong?
 *
 *   npm run bench -- edits --folder DIR
 *
 * The folder has text files with a text in each line. Writes bench/output/edits.txt: `text before[written|spoken]text after`.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pronounce } from 'vorleser/narration/spoken';

const SAMPLE = 1000;
/** How much of the text is shown before and after a change, in UTF-16 code units. */
const CONTEXT = 30;

/** @param {readonly string[]} folders */
export function sampleEdits(folders) {
  const texts = folders.flatMap((folder) =>
    readdirSync(folder).flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8').split('\n'),
    ),
  );
  const all = texts.flatMap((text) => pronounce(text, 'de').map((edit) => shown(text, edit)));
  const sample = shuffled(all).slice(0, SAMPLE);
  mkdirSync('bench/output', { recursive: true });
  writeFileSync('bench/output/edits.txt', `${sample.join('\n')}\n`);
  console.log(`${sample.length} of ${all.length} changes: bench/output/edits.txt`);
  return { all: all.length, sampled: sample.length };
}

function shown(
  /** @type {string} */ text,
  /** @type {{ start: number, end: number, say: string }} */ { start, end, say },
) {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  return `${before}[${text.slice(start, end)}|${say}]${text.slice(end, end + CONTEXT)}`;
}

/** In the same random order each time. @template T */
function shuffled(/** @type {T[]} */ all) {
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647);
  return all
    .map((each) => ({ each, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
}
