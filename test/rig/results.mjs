import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {'passed' | 'failed' | 'skipped'} Outcome
 *
 * The outcome of one test, as the reporters of both test runners write it to a results file.
 * @typedef {object} Result
 * @property {string} file
 * @property {string} name with the names of the suites around it
 * @property {Outcome} outcome
 * @property {number} milliseconds
 */

/** Formats a line of a results file. Each test has its own line, so that a crash loses none that ended before it. */
export function lineOf(/** @type {Result} */ result) {
  return `${JSON.stringify(result)}\n`;
}

/**
 * Reads a results file. A run that crashed before its first test has none.
 *
 * @returns {Result[]}
 */
export function readResults(/** @type {string} */ resultsFile) {
  if (!existsSync(resultsFile)) return [];
  const lines = readFileSync(resultsFile, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

/** `12 passed, 1 failed`, and how many were skipped if any were. */
export function summary(/** @type {readonly Result[]} */ results) {
  const count = (/** @type {Outcome} */ wanted) =>
    results.filter(({ outcome }) => outcome === wanted).length;
  const skipped = count('skipped');
  return [
    `${count('passed')} passed`,
    `${count('failed')} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
}

/** The tests that took longest, one a line with its seconds. */
export function slowest(/** @type {readonly Result[]} */ results, count = 10) {
  return results
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
    .slice(0, count)
    .map(({ milliseconds, file, name }) => {
      const seconds = (milliseconds / 1000).toFixed(1).padStart(6);
      return `${seconds} s  ${file}: ${name}`;
    });
}
