/**
 * The example of a queue with a real Redis: two workers, of which one is killed in the middle of an article. Copied to a folder of its own, as a
 * stranger has it. It renders some thirty short sentences for real, and waits until the killed worker is missed, which takes most of the time.
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Queue, QueueEvents } from 'bullmq';
import { has } from '../machine.mjs';
import { listen } from '../rig/serve.mjs';

// Built, so that its types are missing in a fresh clone.
/** @type {typeof import('../../src/recording/webvtt.js')} */
const { parseWebVtt } = await import(path.resolve('lib/recording/webvtt.js'));

const NAMES = ['amsel', 'fink', 'star'];
const SENTENCES = 8;
const PATIENCE = 5_000;

/** An article whose sentences no other one has. */
const article = (/** @type {string} */ name) =>
  `---\ntitle: Von ${name}\nlang: de\n---\n\n${Array.from({ length: SENTENCES - 1 }, (_, n) => `Heute sang ${name} zum ${n + 2}. Mal.`).join(' ')}\n`;

describe('articles from a queue', { skip: !has('redis-server') && 'no redis-server' }, () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-queue-'));
  const example = path.join(folder, 'queue');
  const [out, cache] = [path.join(folder, 'audio'), path.join(folder, 'cache')];
  /** @type {Record<string, string | undefined>} */
  let env = {};
  /** @type {import('node:child_process').ChildProcess[]} */
  const processes = [];
  /** @type {Queue} */
  let queue;
  /** @type {QueueEvents} */
  let events;
  /** How often each job was completed. @type {string[]} */
  const completed = [];

  before(async () => {
    cpSync('examples/queue', example, { recursive: true });
    mkdirSync(path.join(example, 'node_modules'));
    for (const name of ['bullmq', 'ioredis', 'vorleser-narrate', 'vorleser-espeak-ng'])
      symlinkSync(path.resolve('node_modules', name), path.join(example, 'node_modules', name));
    symlinkSync(path.resolve('.'), path.join(example, 'node_modules/vorleser'));
    for (const name of NAMES) writeFileSync(path.join(folder, `${name}.md`), article(name));
    const port = await freePort();
    const redis = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder];
    start('redis-server', redis);
    const connection = { host: '127.0.0.1', port };
    env = {
      ...process.env,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      OUT: out,
      CACHE: cache,
      PATIENCE: `${PATIENCE}`,
    };
    queue = new Queue('narrations', { connection });
    events = new QueueEvents('narrations', { connection });
    events.on('completed', ({ jobId }) => void completed.push(jobId));
    await Promise.all([queue.waitUntilReady(), events.waitUntilReady()]);
  });

  after(async () => {
    await events?.close();
    await queue?.close();
    for (const each of processes) each.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  function start(/** @type {string} */ command, /** @type {string[]} */ args) {
    const child = spawn(command, args, {
      cwd: example,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    processes.push(child);
    return child;
  }

  /** Starts a worker, and waits until it has taken an article. */
  async function worker() {
    const child = start(process.execPath, ['worker.mjs']);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    child.stdout?.resume();
    return child;
  }

  const add = () =>
    execFileSync(
      process.execPath,
      ['add.mjs', ...NAMES.map((name) => path.join(folder, `${name}.md`))],
      {
        cwd: example,
        env: { ...process.env, ...env },
      },
    );
  const rendered = () =>
    existsSync(cache)
      ? readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.endsWith('.pcm'),
        ).length
      : 0;

  test(
    'a killed worker loses nothing, and nothing is made twice',
    { timeout: 180_000 },
    async () => {
      add();
      const doomed = await worker();
      await until(() => rendered() >= 2);
      doomed.kill('SIGKILL');
      const started = rendered();
      assert.ok(
        (existsSync(out) ? readdirSync(out) : []).every((name) => name.startsWith('.')),
        'the article was finished before',
      );
      await Promise.all([worker(), worker()]);
      await until(async () => (await queue.getCompletedCount()) === NAMES.length);

      const jobs = await queue.getJobs(['completed']);
      assert.deepEqual(new Set(completed), new Set(jobs.map(({ id }) => id)));
      assert.equal(completed.length, NAMES.length);
      assert.equal(await queue.getFailedCount(), 0);
      // Each sentence is in the cache once; those that the killed worker had rendered were taken from there.
      assert.equal(rendered(), NAMES.length * SENTENCES);
      const count = (/** @type {'rendered' | 'reused'} */ name) =>
        jobs.reduce((sum, { returnvalue }) => sum + returnvalue[name], 0);
      assert.ok(count('reused') >= started, `${count('reused')} of ${started} were reused`);
      assert.equal(count('rendered') + count('reused'), NAMES.length * SENTENCES);
      assert.ok(jobs.some(({ stalledCounter }) => stalledCounter > 0));
      for (const name of NAMES) {
        const { sentences } = parseWebVtt(readFileSync(path.join(out, `${name}.vtt`), 'utf8'));
        assert.equal(sentences.length, SENTENCES);
        const { contentSize } = JSON.parse(readFileSync(path.join(out, `${name}.jsonld`), 'utf8'));
        assert.equal(statSync(path.join(out, `${name}.mp3`)).size, Number(contentSize));
      }
      assert.equal(readdirSync(out).length, NAMES.length * 4);
    },
  );

  test('what is done is not done again; what has changed is', { timeout: 60_000 }, async () => {
    const before = statSync(path.join(out, 'amsel.mp3')).mtimeMs;
    const text = article('fink').replace('Heute', 'Gestern');
    writeFileSync(path.join(folder, 'fink.md'), text);
    add();
    await until(async () => (await queue.getCompletedCount()) === NAMES.length + 1);
    const changed = (await queue.getJobs(['completed'])).find(
      ({ data, returnvalue }) => /fink/.test(data.input) && returnvalue.reused > 0,
    );
    assert.deepEqual(
      [changed?.returnvalue.rendered, changed?.returnvalue.reused],
      [1, SENTENCES - 1],
    );
    assert.equal(statSync(path.join(out, 'amsel.mp3')).mtimeMs, before);
    assert.equal(completed.length, NAMES.length + 1);
  });
});

async function freePort() {
  const { port, close } = await listen(() => undefined);
  close();
  return port;
}

async function until(/** @type {() => boolean | Promise<boolean>} */ condition) {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
