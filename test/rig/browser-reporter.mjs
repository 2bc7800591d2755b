import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { lineOf } from './results.mjs';

const { TEST_RESULTS } = process.env;
const root = path.join(import.meta.dirname, '../..');

/**
 * A reporter of `@web/test-runner` that writes a results file: the one named by the environment variable TEST_RESULTS, if any.
 */
export function browserReporter() {
  return {
    onTestRunFinished(/** @type {{ sessions: any[] }} */ { sessions }) {
      if (!TEST_RESULTS) return;
      writeFileSync(TEST_RESULTS, sessions.flatMap(resultsOf).map(lineOf).join(''));
    },
  };
}

/**
 * The tests of a file, and a failure of the file itself: it did not load, or it did not end in time.
 *
 * @returns {import('./results.mjs').Result[]}
 */
function resultsOf(/** @type {any} */ { testFile, testResults, passed, errors = [] }) {
  const file = path.relative(root, testFile);
  /** @type {import('./results.mjs').Result[]} */
  const results = testsIn(testResults).map(({ name, test }) => ({
    file,
    name,
    outcome: test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed',
    milliseconds: test.duration ?? 0,
  }));
  const broken = errors.some(Boolean) || (!passed && results.length === 0);
  if (broken) results.push({ file, name: 'the file itself', outcome: 'failed', milliseconds: 0 });
  return results;
}

/** @returns {{ name: string, test: any }[]} */
function testsIn(/** @type {any} */ suite, /** @type {string[]} */ around = []) {
  if (!suite) return [];
  const names = suite.name ? [...around, suite.name] : around;
  return [
    ...suite.tests.map((/** @type {any} */ test) => ({
      name: [...names, test.name].join(' › '),
      test,
    })),
    ...suite.suites.flatMap((/** @type {any} */ inner) => testsIn(inner, names)),
  ];
}
