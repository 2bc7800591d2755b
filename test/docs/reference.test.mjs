/** The reference is generated from the code, is not stale, and describes everything that a page can use. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { analyze, generate } from '../../build/reference.mjs';
import { unnamed, withoutDescription } from './undocumented.mjs';

describe('the reference', () => {
  /** @type {Awaited<ReturnType<typeof analyze>>} */
  let analysis;
  before(async () => {
    analysis = await analyze();
  });

  test('is as the code is now: `npm run reference` would change nothing', () => {
    for (const { file, content } of generate(analysis))
      assert.equal(readFileSync(file, 'utf8'), content, `${file} is stale: run npm run reference`);
  });

  test('describes every element, attribute, property, method, event, slot, part and custom property', () => {
    assert.deepEqual(withoutDescription(analysis.elements, analysis.types), []);
  });

  test('names every element, part and custom property that occurs in the source', () => {
    assert.deepEqual(unnamed(analysis.elements), []);
  });
});
