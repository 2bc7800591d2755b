import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { diffArrays } from 'diff';

const MAY = /^may /;

/** Saves lines of text in test/output/. */
export function keepOutput(/** @type {string} */ name, /** @type {string[]} */ lines) {
  mkdirSync('test/output', { recursive: true });
  writeFileSync(`test/output/${name}`, `${lines.join('\n').trim()}\n`);
}

/**
 * Compares lines of text with the fixture of that name; a failure lists only the differences. A line of the fixture that
 * begins with `may`, such as `may says region Vorlesen`, is optional.
 */
export function compareWithFixture(/** @type {string} */ name, /** @type {string[]} */ lines) {
  const expected = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
  const different = differences(expected.trim().split('\n'), lines.join('\n').trim().split('\n'));
  assert.ok(different.length === 0, `not as in test/fixtures/${name}:\n${different.join('\n')}`);
}

/**
 * The lines that only one of two texts has, marked by - and +, after the `# heading` of their section.
 *
 * @returns {string[]}
 */
function differences(/** @type {string[]} */ before, /** @type {string[]} */ after) {
  const lines = [];
  let [heading, printedHeading] = ['', ''];
  const comparator = (/** @type {string} */ left, /** @type {string} */ right) =>
    left.replace(MAY, '') === right;
  for (const { added, removed, value } of diffArrays(before, after, { comparator }))
    for (const line of value) {
      if (line.startsWith('#') && !added) heading = line;
      if (!added && (!removed || MAY.test(line))) continue;
      if (heading !== printedHeading) lines.push((printedHeading = heading));
      lines.push(`${added ? '+' : '-'} ${line}`);
    }
  return lines;
}
