/** The entry points of the package, in Node, in browsers and in bundles. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { segmentSentences } from 'vorleser/narration';
import { build } from 'esbuild';
import { casesOf } from '../fixtures/german-sentences.mjs';
import { serve } from '../rig/serve.mjs';
import { browserNames, launch, site } from './site.mjs';

const cases = casesOf(
  readFileSync(new URL('../fixtures/german-sentences.txt', import.meta.url), 'utf8'),
);

describe('vorleser/narration', () => {
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let server;
  before(async () => (server = await serve(['.'], '<!doctype html>')));
  after(() => {
    server.close();
    site.close();
  });

  test('splits text into sentences in Node', () => {
    for (const { text, sentences } of cases)
      assert.deepEqual(
        segmentSentences(text, 'de').map(({ start, end }) => text.slice(start, end)),
        sentences,
      );
  });

  for (const name of browserNames)
    test(`returns the same sentences in ${name}`, async () => {
      const browser = await launch(name);
      const page = await browser.newPage();
      await page.goto(`${server.address}page`);
      const texts = cases.map(({ text }) => text);
      const found = await page.evaluate(async (texts) => {
        // @ts-expect-error The URL is resolved in the page.
        const { segmentSentences } = await import('/lib/narration/index.js');
        return texts.map((text) => segmentSentences(text, 'de'));
      }, texts);
      assert.deepEqual(
        found,
        texts.map((text) => segmentSentences(text, 'de')),
      );
      await browser.close();
    });

  test('takes at most 9 KB', async () => {
    const { outputFiles } = await build({
      entryPoints: ['lib/narration/index.js'],
      bundle: true,
      minify: true,
      splitting: true,
      format: 'esm',
      outdir: 'lib',
      write: false,
    });
    const entry = outputFiles.find(({ path }) => path.endsWith('index.js'));
    const bytes = brotliCompressSync(entry?.contents ?? '').length;
    assert.ok(bytes > 4000 && bytes <= 9216, `${bytes} bytes`);
  });
});

test('every entry point of the package can be imported', async () => {
  const { createNarration } = await import('vorleser/narration');
  const { pronounce, ruleNames } = await import('vorleser/narration/spoken');
  assert.equal(typeof createNarration, 'function');
  assert.deepEqual(pronounce('am 3. Mai', 'de'), [{ start: 3, end: 5, say: 'dritten' }]);
  assert.ok(ruleNames.includes('abbreviations'));
});

test('a bundler warns of nothing in the package', async () => {
  const { warnings } = await build({
    entryPoints: ['lib/define.js'],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'lib',
    write: false,
  });
  assert.deepEqual(
    warnings.map(({ text }) => text),
    [],
  );
});

test('the documentation matches the package', async () => {
  const page = readFileSync('docs/pronunciation.md', 'utf8');
  const { ruleNames } = await import('vorleser/narration/spoken');
  for (const name of ruleNames) assert.ok(page.includes(`\`${name}\``), name);
  const [, text = '', result = ''] =
    /segmentSentences\('(.+)', 'de'\); \/\/ (.+)/.exec(readFileSync('docs/narration.md', 'utf8')) ??
    [];
  const said = JSON.stringify(segmentSentences(text, 'de')).replaceAll('"', '');
  assert.equal(said, result.replaceAll(' ', ''));
});
