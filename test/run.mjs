/**
 * All tests: installs what they need, builds, checks types and style, runs the component tests in Chromium and the
 * journeys in Chromium and Firefox with real speech. Closes with how many passed, failed and were skipped.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { hasSpeech, installPackages } from './rig/packages.mjs';

process.chdir(path.join(import.meta.dirname, '..'));
rmSync('test/output', { recursive: true, force: true });
mkdirSync('test/output', { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs a command and lets its output through.
 *
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(
  /** @type {string} */ title,
  /** @type {string} */ command,
  /** @type {string[]} */ args,
) {
  console.log(`\n── ${title}: ${[command, ...args].join(' ')}`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', () => resolve({ ok: false, output }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Runs a command that is one check by itself. */
async function check(
  /** @type {string} */ title,
  /** @type {string} */ command,
  /** @type {string[]} */ args,
) {
  const { ok } = await run(title, command, args);
  if (ok) total.passed++;
  else total.failed++;
  return ok;
}

function add(
  /** @type {{ passed: number, failed: number, skipped: number }} */ count,
  /** @type {boolean} */ ok,
) {
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  if (!ok && count.failed === 0) total.failed++;
}

async function components() {
  const { ok } = await run('Components', 'npx', ['wtr']);
  /** @type {{ passed: number, failed: number, skipped: number }} */
  let count = { passed: 0, failed: 0, skipped: 0 };
  try {
    count = JSON.parse(readFileSync('test/output/components.json', 'utf8'));
  } catch {
    // It did not get as far as counting.
  }
  add(count, ok);
}

async function journeys() {
  const files = ['test/audit', 'test/e2e', 'test/server'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.test.mjs'))
      .map((name) => `${folder}/${name}`),
  );
  const node = ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files];
  const { ok, output } = hasSpeech()
    ? await run('Journeys', 'test/rig/with-speech', [process.execPath, ...node])
    : await run('Journeys', process.execPath, node);
  const number = (/** @type {string} */ what) =>
    Number(new RegExp(`^ℹ ${what} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  add(
    {
      passed: number('pass'),
      failed: number('fail') + number('cancelled'),
      skipped: number('skipped'),
    },
    ok,
  );
}

installPackages();
if (await check('Build', 'npm', ['run', 'build'])) {
  await check('Types and style', 'npm', ['run', 'lint']);
  await components();
  await journeys();
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
