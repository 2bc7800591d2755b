/** Strict consumers of the built package compile without a cast, as does the documentation, and what is wrong in them does not. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { sections } from '../docs/pages.mjs';

const CONSUMERS = path.join(import.meta.dirname, 'consumers');
const COMMANDS = path.resolve('node_modules/.bin');

/** The consumer to which a snippet of the documentation belongs, by the snippet's language. */
const FOLDERS = { ts: 'typescript', tsx: 'react', vue: 'vue', svelte: 'svelte' };

/** Adds the snippets of the documentation to the consumers. */
function addSnippets() {
  for (const [lang, folder] of Object.entries(FOLDERS)) {
    const target = path.join(CONSUMERS, folder, 'docs');
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
    const snippets = sections
      .flatMap(({ fences }) => fences)
      .filter((fence) => fence.lang === lang && !fence.skipped);
    assert.ok(snippets.length > 0, `no snippet in ${lang}`);
    for (const [index, { text }] of snippets.entries())
      writeFileSync(path.join(target, `Snippet${index + 1}.${lang}`), `${text}\n`);
  }
}

/** Runs a type checker. @returns {Promise<string>} what it prints */
function check(/** @type {string} */ command, /** @type {string[]} */ args) {
  return new Promise((resolve) =>
    execFile(path.join(COMMANDS, command), args, { cwd: CONSUMERS }, (_error, output, errors) =>
      resolve(output + errors),
    ),
  );
}

// What is wrong in these files is marked with @ts-expect-error, which is an error where nothing is wrong.
describe('the types suit', () => {
  before(addSnippets);

  test('a script in TypeScript, without the packages of any framework', async () => {
    assert.equal(await check('tsc', ['-p', 'typescript']), '');
  });

  test('a component in JSX for React 19', async () => {
    assert.equal(await check('tsc', ['-p', 'react']), '');
  });

  test('a template of Vue 3', async () => {
    assert.equal(await check('vue-tsc', ['-p', 'vue']), '');
  });

  test('a template of Svelte 5', async () => {
    const args = ['--workspace', 'svelte', '--tsconfig', './tsconfig.json', '--output', 'machine'];
    const output = await check('svelte-check', args);
    const found = [...output.matchAll(/ERROR "(\S+)" (\d+):/g)].map(([, file, line]) => [
      file,
      Number(line),
    ]);
    // Svelte has no comment that expects an error in a template.
    const lines = readFileSync(path.join(CONSUMERS, 'svelte/Wrong.svelte'), 'utf8').split('\n');
    const wrong = lines.flatMap((text, index) =>
      text.startsWith('<vorleser-') ? [['Wrong.svelte', index + 1]] : [],
    );
    assert.ok(wrong.length > 0);
    assert.deepEqual(found, wrong, output);
  });
});
