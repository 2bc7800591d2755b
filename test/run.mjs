/**
 * Runs the tests. Prints the slowest tests at the end, and as the last line how many passed, failed and were skipped.
 *
 *   node test/run.mjs                 builds, checks types and style, runs the component tests and all journeys
 *   node test/run.mjs --e2e [FILE …]  builds and runs the journeys, or only those in the given files
 *
 * As many files run at the same time as the processors have time for, each in a process with its own browsers, sound server and
 * speech service. The output of a file is printed as a whole when the file has ended.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepareFirefoxProfile } from './rig/firefox-profile.mjs';
import { givingWay } from './rig/giving-way.mjs';
import { run } from './rig/job.mjs';
import { hasSpeech, installPackages } from './rig/packages.mjs';
import { readResults, slowest, summary } from './rig/results.mjs';
import { workThrough } from './rig/schedule.mjs';

/**
 * Journeys that run in real time: they need little of the processor, but need it at once, so they take precedence over the others. Most
 * of them listen to what is heard, and run one after another.
 */
const LISTENING = [
  'test/e2e/voices.test.mjs',
  'test/e2e/recording.test.mjs',
  'test/e2e/reading-place.test.mjs',
  'test/e2e/speech-server.test.mjs',
  'test/e2e/failing-recording.test.mjs',
  'test/e2e/system-pause.test.mjs',
  'test/e2e/voice-list.test.mjs',
  'test/e2e/media-keys.test.mjs',
];

/** These wait for a screen reader, or for a voice that stalls, beside the first one of those, which takes as long. */
const WAITING = ['test/e2e/orca.test.mjs', 'test/e2e/bad-days.test.mjs'];

/** The longest of the other journeys, which begin first. */
const LONGEST = [
  'test/e2e/accessibility.test.mjs',
  'test/e2e/highlight.test.mjs',
  'test/hosts/apps.test.mjs',
  'test/hosts/next-article.test.mjs',
  'test/site/site.test.mjs',
];

process.chdir(path.join(import.meta.dirname, '..'));
rmSync('test/output', { recursive: true, force: true });
mkdirSync('test/output/results', { recursive: true });

/** @type {import('./rig/results.mjs').Result[]} */
const results = [];

/** @typedef {import('./rig/job.mjs').Job & { resultsFile?: string }} Job a job without a results file is one check by itself */

/**
 * Runs a job, prints its output and notes its results.
 *
 * @returns {Promise<boolean>} whether it succeeded
 */
async function work(/** @type {Job} */ job) {
  console.log(`▸ ${job.title}`);
  const { ok, output, seconds } = await run(job);
  const found = job.resultsFile ? readResults(job.resultsFile) : [];
  results.push(...found);
  const failed = found.some(({ outcome }) => outcome === 'failed');
  if (!job.resultsFile || found.length === 0 || (!ok && !failed))
    results.push({
      file: job.title,
      name: 'the command',
      outcome: ok && !job.resultsFile ? 'passed' : 'failed',
      milliseconds: seconds * 1000,
    });
  const verdict = ok && !failed ? '✔' : '✖ FAILED:';
  console.log(`\n── ${verdict} ${job.title} (${seconds.toFixed(0)} s)\n${output.trimEnd()}\n`);
  return ok;
}

const build = { title: 'Build', command: 'npm', args: ['run', 'build'] };
const lint = { title: 'Types and style', command: 'npm', args: ['run', 'lint'] };

/** @returns {Job} */
function componentTests() {
  const resultsFile = path.resolve('test/output/results/components.jsonl');
  return {
    title: 'Component tests',
    command: 'npx',
    args: ['wtr', '--static-logging'],
    env: { TEST_RESULTS: resultsFile },
    resultsFile,
  };
}

/**
 * A file of tests for Node.
 *
 * @returns {Job}
 */
function journey(/** @type {string} */ file) {
  const resultsFile = `test/output/results/${file.replaceAll(/[\\/]/g, '-')}.jsonl`;
  const node = [
    process.execPath,
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=./test/rig/node-reporter.mjs',
    `--test-reporter-destination=${resultsFile}`,
    file,
  ];
  const [command = '', ...args] = hasSpeech() ? ['test/rig/with-speech', ...node] : node;
  return { title: file, command, args, resultsFile };
}

/** All files of tests for Node, the longest first. */
function journeyFiles() {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.mjs'))
    .map((name) => path.posix.join('test', name.replaceAll(path.sep, '/')))
    .sort();
  return [...LONGEST, ...files.filter((file) => !LONGEST.includes(file))];
}

const [only, ...chosen] = process.argv.slice(2);
const journeysOnly = only === '--e2e';
const files = chosen.length > 0 ? chosen : journeyFiles();
const journeysAmong = (/** @type {string[]} */ some) =>
  some.filter((file) => files.includes(file)).map(journey);
const listening = journeysAmong(LISTENING);
const waiting = journeysAmong(WAITING).map((job) => givingWay(job, 5));
const others = files.filter((file) => ![...LISTENING, ...WAITING].includes(file)).map(journey);
if (!journeysOnly) others.unshift(componentTests(), lint);

installPackages();
await prepareFirefoxProfile();
if (await work(build)) {
  await workThrough(
    [listening, waiting],
    others.map((job) => givingWay(job, 10)),
    work,
  );
}

const failures = results.filter(({ outcome }) => outcome === 'failed');
if (failures.length > 0) {
  console.log('Failed:');
  for (const { file, name } of failures) console.log(`  ✖ ${file}: ${name}`);
}
console.log(`\nThe slowest tests:\n${slowest(results).join('\n')}\n`);
console.log(summary(results));
process.exitCode = failures.length > 0 ? 1 : 0;
