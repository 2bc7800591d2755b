import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Keeps lines of text in test/output/. */
export function keepOutput(/** @type {string} */ name, /** @type {string[]} */ lines) {
  mkdirSync('test/output', { recursive: true });
  writeFileSync(`test/output/${name}`, `${lines.join('\n').trim()}\n`);
}

/** Compares lines of text with the fixture of that name; a failure tells only what differs. */
export function compareWithFixture(/** @type {string} */ name, /** @type {string[]} */ lines) {
  const expected = readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');
  const different = differences(expected.trim().split('\n'), lines.join('\n').trim().split('\n'));
  assert.ok(different.length === 0, `not as in test/fixtures/${name}:\n${different.join('\n')}`);
}

/**
 * The lines that only one of two texts has, marked by - and +, each after the `# heading` it stands under.
 *
 * @returns {string[]}
 */
export function differences(/** @type {string[]} */ before, /** @type {string[]} */ after) {
  /** How many lines are the same from a line of one on, and from a line of the other. @type {number[][]} */
  const same = Array.from({ length: before.length + 1 }, () => Array(after.length + 1).fill(0));
  const from = (/** @type {number} */ i, /** @type {number} */ j) => same[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      /** @type {number[]} */ (same[i])[j] =
        before[i] === after[j] ? 1 + from(i + 1, j + 1) : Math.max(from(i + 1, j), from(i, j + 1));
  const lines = [];
  let [heading, told] = ['', ''];
  for (let i = 0, j = 0; i < before.length || j < after.length;) {
    const [one, other] = [before[i], after[j]];
    if (one?.startsWith('#')) heading = one;
    if (one === other && one !== undefined) {
      [i, j] = [i + 1, j + 1];
      continue;
    }
    if (heading !== told) lines.push((told = heading));
    const gone = other === undefined || (one !== undefined && from(i + 1, j) >= from(i, j + 1));
    lines.push(gone ? `- ${one}` : `+ ${other}`);
    if (gone) i++;
    else j++;
  }
  return lines;
}
