import path from 'node:path';
import { lineOf } from './results.mjs';

const root = path.join(import.meta.dirname, '../..');

/**
 * A reporter of `node:test` that writes a results file, with the outcome of each test, but not of suites.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* nodeReporter(events) {
  /** The names of the suites around the current test, by nesting level. @type {string[]} */
  const names = [];
  for await (const { type, data } of events) {
    if (type === 'test:start') names[data.nesting] = data.name;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    yield lineOf({
      file: path.relative(root, data.file ?? process.argv[1] ?? ''),
      name: [...names.slice(0, data.nesting), data.name].join(' › '),
      outcome: outcomeOf(type, data),
      milliseconds: data.details.duration_ms,
    });
  }
}

/** @returns {import('./results.mjs').Outcome} */
function outcomeOf(/** @type {string} */ type, /** @type {any} */ data) {
  if (type === 'test:fail') return 'failed';
  return data.skip === undefined ? 'passed' : 'skipped';
}
