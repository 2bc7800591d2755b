/**
 * Runs the benchmarks: all of them with `npm run bench`, or those that are named: `npm run bench -- press highlight`. Prints
 * tables, and writes bench/output/results.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from '../test/rig/packages.mjs';

process.chdir(path.join(import.meta.dirname, '..'));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '../shared/data' },
    folder: { type: 'string', multiple: true, default: [] },
  },
});

/** The benchmarks, by the names of their files in bench/. @type {Record<string, () => Promise<unknown>>} */
const BENCHMARKS = {
  sentences: async () => (await import('./sentences.mjs')).measureSentences(values.data),
  narration: async () => (await import('./narration.mjs')).measureNarration(),
  walks: async () => (await import('./walks.mjs')).measureWalks(),
  pages: async () => (await import('./pages.mjs')).measurePages(values.folder),
  edits: async () => (await import('./edits.mjs')).sampleEdits(values.folder),
  readium: async () => (await import('./readium.mjs')).measureReadium(values.folder),
  'press-to-sound': async () => (await import('./press-to-sound.mjs')).measurePress(),
  highlight: async () => (await import('./highlight.mjs')).measureHighlight(),
  answers: async () => (await import('./answers.mjs')).measureAnswers(),
  broker: async () => (await import('./broker.mjs')).measureBroker(),
  idle: async () => (await import('./idle.mjs')).measureIdle(),
  leaks: async () => (await import('./leaks.mjs')).measureLeaks(),
  recordings: async () => (await import('./recordings.mjs')).measureRecordings(),
  ready: async () => (await import('./ready.mjs')).measureReady(),
  lighthouse: async () => (await import('./lighthouse.mjs')).measureLighthouse(),
};

/** npm must download what these measure with or beside, so they run only when they are named. */
const DOWNLOADING = ['ready', 'lighthouse'];
const byDefault = Object.keys(BENCHMARKS).filter((name) => !DOWNLOADING.includes(name));
const wanted = positionals.length > 0 ? positionals : byDefault;
const unknown = wanted.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0)
  throw new Error(`No benchmark ${unknown.join(', ')}: ${Object.keys(BENCHMARKS).join(', ')}`);

installPackages();
/** @type {Record<string, unknown>} */
const results = {};
for (const name of wanted) results[name] = await BENCHMARKS[name]?.();

mkdirSync('bench/output', { recursive: true });
writeFileSync('bench/output/results.json', `${JSON.stringify(results, null, 2)}\n`);
