/** The pages of the documentation: their links lead somewhere, and the files and scripts that they name exist. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pages, sections } from './pages.mjs';

// Built, so that its types are missing in a fresh clone.
const { nextState } = await import(path.resolve('lib/playback/transitions.js'));

/** What the snippets of each language are run by. */
const LANGUAGES = ['sh', 'html', 'css', 'js', 'xml', 'yaml', 'http', 'ts', 'tsx', 'vue', 'svelte'];

/** What a run or a build writes, and nobody has to have. */
const WRITTEN = /^(?:test|bench)\/output\//;

/** All files of the repository but those that were installed or built for it. */
const repository = filesIn('.');

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

function filesIn(/** @type {string} */ folder) {
  /** @type {string[]} */
  const files = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (['node_modules', '.git', 'output'].includes(entry.name)) continue;
    const file = path.join(folder, entry.name);
    files.push(...(entry.isDirectory() ? filesIn(file) : [file]));
  }
  return files;
}

/** Whether a path, which may have `*` in it, is one of a file or a folder. */
function exists(/** @type {string} */ name) {
  if (!name.includes('*')) return existsSync(name);
  const pattern = name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*');
  return repository.some((file) => new RegExp(`^${pattern}$`).test(file));
}

describe('the documentation', () => {
  test('is short where it is read first', () => {
    const lines = (/** @type {string} */ file) => readFileSync(file, 'utf8').split('\n').length - 1;
    assert.ok(lines('README.md') <= 150, `README.md has ${lines('README.md')} lines`);
    assert.ok(
      lines('CONTRIBUTING.md') <= 80,
      `CONTRIBUTING.md has ${lines('CONTRIBUTING.md')} lines`,
    );
  });

  test('lists every page in the index of its language, and in the README', () => {
    const linksOf = (/** @type {string} */ name) =>
      pages
        .find(({ file }) => file === name)
        ?.links.map((link) => path.join(path.dirname(name), link)) ?? [];
    for (const { file } of pages) {
      const index = file.startsWith('docs/de/') ? 'docs/de/README.md' : 'docs/README.md';
      if (!file.startsWith('docs/') || file === index) continue;
      assert.ok(linksOf(index).includes(file), `${index} lacks ${file}`);
      // The README names the German pages by their index.
      if (index === 'docs/README.md')
        assert.ok(linksOf('README.md').includes(file), `README.md lacks ${file}`);
    }
    assert.ok(linksOf('README.md').includes('docs/de/README.md'));
  });

  for (const { file, links, code, headings } of pages) {
    test(`${file} links to what exists`, () => {
      for (const link of links) {
        if (/^https:/.test(link)) continue;
        const [target = '', anchor] = link.split('#');
        const linked = target ? path.join(path.dirname(file), target) : file;
        assert.ok(existsSync(linked), `${link}: there is no ${linked}`);
        const page = linked === file ? { headings } : pages.find((each) => each.file === linked);
        const exists = page?.headings.some((heading) => heading.anchor === anchor);
        if (anchor) assert.ok(exists, `${link}: there is no such heading`);
      }
    });

    test(`${file} names files and scripts that exist`, () => {
      const isPath = /^(?:src|test|docs|build|bench|public|article|dist|lib)\/[\w./*-]*$/;
      const isTestFile = /^[\w-]+\.test\.(?:ts|mjs)$/;
      const missing = code.filter((text) => {
        if (isPath.test(text)) return !WRITTEN.test(text) && !exists(text);
        if (isTestFile.test(text)) return !repository.some((each) => path.basename(each) === text);
        const [, script = 'install'] = /^npm (?:run )?([\w:-]+)/.exec(text) ?? [];
        return !['install', 'ci'].includes(script) && !(script in scripts);
      });
      assert.deepEqual(missing, []);
    });
  }

  test('is named in comments by paths that exist', () => {
    for (const file of repository.filter((name) =>
      /^(?:src|test|build|bench)\/.+\.m?[jt]s$/.test(name),
    ))
      for (const [named] of readFileSync(file, 'utf8').matchAll(/(?<![\w./-])docs\/[\w-]+\.md/g))
        assert.ok(existsSync(named), `${file} names ${named}`);
  });

  test('has snippets in languages that are run, or a reason why one is not', () => {
    for (const { name, fences } of sections)
      for (const { lang, skipped } of fences)
        assert.ok(
          LANGUAGES.includes(lang) || skipped,
          `${name}: nothing runs a snippet in “${lang}”`,
        );
  });

  test('shows the state machine as it is', () => {
    const tables = pages.flatMap(({ tables }) => tables);
    const [head = [], ...rows] = tables.find(([head]) => head?.[0] === 'state') ?? [];
    assert.equal(rows.length, 7);
    for (const [state = '', ...cells] of rows) {
      const next = (/** @type {any} */ event) => nextState(/** @type {any} */ (state), event) ?? '';
      assert.deepEqual(cells, head.slice(1).map(next), state);
    }
  });
});
