/**
 * The commands of README and docs: their scripts and files exist, and `npm install && npm start` serves the article from a fresh copy.
 * That takes longer than other tests, since it is a whole build.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { sections } from './pages.mjs';

/** Which commands are started, and what a server says where it is; the others take long or are part of this very run. */
const STARTED = {
  'npm install && npm start': { says: /(http:\/\/localhost:\d+\/)/, serves: '<vorleser-player' },
};

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const lines = sections.flatMap(({ name, fences }) =>
  fences
    .filter(({ lang, skipped }) => lang === 'sh' && !skipped)
    .flatMap(({ text }) => text.split('\n').map((line) => ({ name, line }))),
);

describe('commands', () => {
  /** @type {string} */
  let copy;
  before(() => {
    copy = copyOfRepository();
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  for (const { name, line } of lines) {
    test(`${name}: ${line} names scripts and files that exist`, () => {
      for (const command of line.split(' && ')) assertExists(command);
    });
  }

  for (const [line, { says, serves }] of Object.entries(STARTED)) {
    test(`${line} works in a fresh copy`, { timeout: 300_000 }, async () => {
      assert.ok(
        lines.some((each) => each.line === line),
        'it is not in the documentation any more',
      );
      const { address, stop } = await start(line, copy, says);
      try {
        assert.ok((await (await fetch(address)).text()).includes(serves));
      } finally {
        stop();
      }
    });
  }
});

/** What the repository has without being built. */
function copyOfRepository() {
  const copy = mkdtempSync(path.join(tmpdir(), 'vorleser-'));
  const ignored = readFileSync('.gitignore', 'utf8').split('\n').filter(Boolean);
  const left = new Set(['.git', ...ignored].map((name) => path.resolve(name)));
  cpSync('.', copy, { recursive: true, filter: (source) => !left.has(path.resolve(source)) });
  linkPackages(copy);
  return copy;
}

/** Gives a copy the packages that are installed here, by hard links; where that is impossible, `npm install` fetches them. */
function linkPackages(/** @type {string} */ copy) {
  const packages = path.join(copy, 'node_modules');
  try {
    execFileSync('cp', ['-al', 'node_modules', packages], { stdio: 'ignore' });
    // npm writes to this one.
    rmSync(path.join(packages, '.package-lock.json'));
    cpSync('node_modules/.package-lock.json', path.join(packages, '.package-lock.json'));
  } catch {
    rmSync(packages, { recursive: true, force: true });
  }
}

function assertExists(/** @type {string} */ command) {
  const [program = '', ...words] = command.replace(/^(?:[A-Z_]+=\S+ )+/, '').split(' ');
  if (program === 'npm') {
    const script = words[0] === 'run' ? words[1] : words[0];
    assert.ok(script === 'install' || (script && script in scripts), `there is no ${command}`);
    return;
  }
  assert.ok(['npx', 'node'].includes(program) || existsSync(program), `there is no ${program}`);
  for (const word of words.filter((each) => each.includes('/')))
    assert.ok(existsSync(word), `there is no ${word}`);
}

/**
 * Starts a command on free ports.
 *
 * @param {string} line
 * @param {string} cwd
 * @param {RegExp} says matches the address in what it prints
 * @returns {Promise<{ address: string, stop(): void }>}
 */
function start(line, cwd, says) {
  const environment = { PORT: '0', npm_config_audit: 'false', npm_config_prefer_offline: 'true' };
  const child = spawn('sh', ['-c', line], {
    cwd,
    detached: true,
    env: { ...process.env, ...environment },
  });
  const stop = () => {
    if (child.pid) process.kill(-child.pid);
  };
  return new Promise((resolve, reject) => {
    let output = '';
    const onData = (/** @type {Buffer} */ data) => {
      output += String(data);
      const [, address] = says.exec(output) ?? [];
      if (address) resolve({ address, stop });
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.on('close', () => reject(new Error(`${line} ended:\n${output}`)));
  });
}
