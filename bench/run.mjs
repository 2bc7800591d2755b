/**
 * Runs the benchmarks: all of them with `npm run bench`, or those that are named: `npm run bench -- sentences narration walks
 * press highlight answers`. `lighthouse` runs only when it is named, since npm must download it. Prints tables, and writes
 * bench/output/results.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from '../test/rig/packages.mjs';

process.chdir(path.join(import.meta.dirname, '..'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string', default: '../shared/data' } },
});
const wanted =
  positionals.length > 0
    ? positionals
    : ['sentences', 'narration', 'walks', 'press', 'highlight', 'answers'];

/** @type {Record<string, unknown>} */
const results = {};
if (wanted.includes('sentences')) {
  const { measureSentences } = await import('./sentences.mjs');
  results.sentences = await measureSentences(values.data);
  if (!results.sentences) console.log(`Found no German sentences in ${values.data}: skipped`);
}
if (wanted.some((name) => name !== 'sentences')) installPackages();
if (wanted.includes('narration')) {
  const { measureNarration } = await import('./narration.mjs');
  results.narration = await measureNarration();
}
if (wanted.includes('walks')) {
  const { measureWalks } = await import('./walks.mjs');
  results.walks = await measureWalks();
}
if (wanted.includes('press')) {
  const { measurePress } = await import('./press-to-sound.mjs');
  results.press = await measurePress();
}
if (wanted.includes('highlight')) {
  const { measureHighlight } = await import('./highlight.mjs');
  results.highlight = await measureHighlight();
}
if (wanted.includes('answers')) {
  const { measureAnswers } = await import('./answers.mjs');
  results.answers = await measureAnswers();
}
if (wanted.includes('lighthouse')) {
  const { measureLighthouse } = await import('./lighthouse.mjs');
  results.lighthouse = await measureLighthouse();
}

mkdirSync('bench/output', { recursive: true });
writeFileSync('bench/output/results.json', `${JSON.stringify(results, null, 2)}\n`);
