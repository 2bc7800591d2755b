/** The packages as they would be published, installed into an empty folder as by a stranger. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { install, pack } from './built-apps.mjs';

/** How much may be installed, in bytes. */
const MOST = { core: 6_000_000, voice: 10_000_000, data: 3_000_000 };
const MOST_PACKAGES = 10;

/** Of our own, with folders. */
const MOST_FILES = 720;

const CHECKERS = ['publint@0.3.25', '@arethetypeswrong/cli@0.18.5'];

const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-packages-'));
/** @type {string[]} */
let tarballs = [];

before(async () => (tarballs = await pack(path.join(folder, 'packed'))));
after(() => rmSync(folder, { recursive: true }));

describe('what is installed', () => {
  const installed = path.join(folder, 'installed');
  const modules = path.join(installed, 'node_modules');
  before(() => mkdirSync(installed));

  test('without the embedded voice', async () => {
    await install(installed, tarballs.slice(0, 1));
    assert.ok(packagesIn(modules).length <= MOST_PACKAGES, packagesIn(modules).join());
    assert.ok(sizeOf(modules) <= MOST.core, `${sizeOf(modules)} bytes`);
    const licences = packagesIn(modules).map((name) => manifestOf(modules, name).license);
    assert.deepEqual([...new Set(licences)].sort(), ['BSD-3-Clause', 'MIT']);
    // What the licence does not cover.
    const files = readdirSync(path.join(modules, 'vorleser'), {
      recursive: true,
      encoding: 'utf8',
    });
    assert.deepEqual(
      files.filter((file) => /espeak-ng[-/]|\.data$/.test(file)),
      [],
    );
    // Each takes at least a block of the disk, whatever its size.
    assert.ok(files.length <= MOST_FILES, `${files.length} files`);
  });

  test('with the embedded voice', async () => {
    await install(installed, tarballs.slice(0, 2));
    assert.ok(packagesIn(modules).length <= MOST_PACKAGES, packagesIn(modules).join());
    assert.ok(sizeOf(modules) <= MOST.voice, `${sizeOf(modules)} bytes`);
    assert.ok(sizeOf(path.join(modules, 'vorleser-espeak-ng')) <= MOST.data);
    assert.equal(manifestOf(modules, 'vorleser-espeak-ng').license, 'GPL-3.0-only');
  });

  test('has the licences of what the script for any page contains', () => {
    const licences = path.join(modules, 'vorleser/dist/licences');
    for (const [file, holder] of Object.entries({ lit: 'Google LLC', lucide: 'Cole Bemis' }))
      assert.ok(readFileSync(path.join(licences, `${file}.txt`), 'utf8').includes(holder), file);
  });

  test('has a file behind each export', () => {
    for (const name of ['vorleser', 'vorleser-espeak-ng']) {
      const { exports, main, customElements } = manifestOf(modules, name);
      const files = [main, customElements, ...Object.values(exports).flatMap(targetsOf)];
      for (const file of files)
        if (file && !file.includes('*')) assert.ok(statSync(path.join(modules, name, file)), file);
    }
    assert.ok(statSync(path.join(modules, 'vorleser/dist/vorleser.js')));
  });
});

describe('the command', () => {
  const texts = path.join(folder, 'texts');
  const narrate = () =>
    spawnSync(
      'npx',
      ['--no', 'vorleser', 'narrate', 'text.md', '--out', 'audio', '--cache', 'cache'],
      {
        cwd: texts,
        encoding: 'utf8',
      },
    );
  before(() => {
    mkdirSync(texts);
    writeFileSync(path.join(texts, 'text.md'), 'Ein Satz.\n');
  });

  test('says what to install', async () => {
    await install(texts, tarballs.slice(0, 1));
    const { status, stderr } = narrate();
    assert.match(stderr, /^vorleser: .*npm install \S+.*\n$/);
    assert.equal(status, 2);
  });

  test('records an article when it is installed', async () => {
    await install(texts, tarballs);
    const { status, stderr } = narrate();
    assert.equal(status, 0, stderr);
    assert.ok(statSync(path.join(texts, 'audio/text.opus')).size > 1000);
  });
});

describe('the manifests of the packages', () => {
  const checkers = path.join(folder, 'checkers');
  before(async () => {
    mkdirSync(checkers);
    await install(checkers, CHECKERS);
  });

  for (const [index, name] of ['vorleser', 'vorleser-espeak-ng', 'vorleser-narrate'].entries()) {
    test(`of ${name} satisfy publint`, () => {
      check('publint', tarballs[index] ?? '', '--strict');
    });

    test(`of ${name} give TypeScript the right types`, () => {
      // Modules only: `require` is not supported. Without types from elsewhere, for which the registry would be asked.
      check('attw', tarballs[index] ?? '', '--profile', 'esm-only', '--no-definitely-typed');
    });
  }

  function check(/** @type {string} */ command, /** @type {string[]} */ ...args) {
    try {
      execFileSync(path.join(checkers, 'node_modules/.bin', command), args, { stdio: 'pipe' });
    } catch (error) {
      assert.fail(String(/** @type {any} */ (error).stdout));
    }
  }
});

/** The names of the packages in a folder. @returns {string[]} */
function packagesIn(/** @type {string} */ modules) {
  return readdirSync(modules)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(path.join(modules, name)).map((other) => `${name}/${other}`)
        : name,
    );
}

/** @returns {any} */
function manifestOf(/** @type {string} */ modules, /** @type {string} */ name) {
  return JSON.parse(readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
}

/** The paths in an entry of `exports`. @returns {string[]} */
function targetsOf(/** @type {string | Record<string, string>} */ entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry);
}

/** The bytes of all files in a folder. */
function sizeOf(/** @type {string} */ directory) {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(directory, file)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0);
}
