/** The speech server as `npm run speech-server` serves it on Node, with the embedded voice. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, before, describe, test } from 'node:test';

const ORIGIN = 'https://zeitung.example';

/** @typedef {{ child: import('node:child_process').ChildProcess, output: string, exit: Promise<number | null> }} Started */

/** Runs the server. @returns {Started} */
function run(/** @type {Record<string, string | undefined>} */ change = {}) {
  const child = spawn(process.execPath, ['build/speech-server.mjs'], {
    env: { ...process.env, PORT: '0', HOST: undefined, VORLESER_ORIGINS: ORIGIN, ...change },
  });
  const exit = new Promise((resolve) => child.once('close', resolve));
  const run = { child, output: '', exit };
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => (run.output += data));
  return run;
}

/** The address of a server that has started. */
async function addressOf(/** @type {Started} */ server) {
  for (;;) {
    const [address] = /http:\S+/.exec(server.output) ?? [];
    if (address) return address;
    assert.equal(server.child.exitCode, null, server.output);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** The greatest sample of a WAV file. */
function peakOf(/** @type {ArrayBuffer} */ wav) {
  return new Int16Array(wav.slice(44)).reduce((peak, sample) => Math.max(peak, sample), 0);
}

describe('npm run speech-server', { timeout: 60_000 }, () => {
  /** @type {Started} */
  let server;
  /** @type {string} */
  let address;
  before(async () => {
    server = run();
    address = await addressOf(server);
  });
  after(async () => {
    server.child.kill('SIGTERM');
    assert.equal(await server.exit, 0);
    assert.doesNotMatch(server.output, /Maria/, 'texts are not logged');
  });

  const post = (/** @type {string} */ path, /** @type {object} */ body) =>
    fetch(address + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: ORIGIN },
      body: JSON.stringify(body),
    });

  test('can be reached from this machine only, unless HOST says otherwise', () => {
    assert.equal(new URL(address).hostname, '127.0.0.1');
  });

  for (const lang of ['de', 'en', 'fr', 'it'])
    test(`speaks ${lang}, and reports each word`, async () => {
      const text = 'Maria, Maria.';
      const voice = `espeak-ng/${lang}`;
      const wav = await post('synthesize', { text, voice });
      assert.equal(wav.status, 200);
      assert.ok(peakOf(await wav.arrayBuffer()) > 1000);
      const { boundaries } = await (
        await post('synthesize', { text, voice, boundary: true })
      ).json();
      assert.deepEqual(
        boundaries.map((/** @type {{ charIndex: number }} */ { charIndex }) => charIndex),
        [0, 7],
      );
    });

  test('sends MP3 to clients of OpenAI', async () => {
    const response = await post('v1/audio/speech', { input: 'Maria.', voice: 'espeak-ng/de' });
    assert.equal(response.headers.get('Content-Type'), 'audio/mpeg');
    const [first = 0, second = 0] = new Uint8Array(await response.arrayBuffer());
    assert.ok(first === 0xff && second >= 0xe0, 'a frame of MP3');
  });

  test('closes the connection of a client that sends too much', async () => {
    const response = await fetch(`${address}synthesize`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ text: 'a'.repeat(1_000_000) }),
    }).catch(() => null);
    assert.ok(response === null || response.status === 413);
    assert.equal((await fetch(`${address}service`)).status, 200);
  });

  for (const [name, value, message] of /** @type {[string, string, RegExp][]} */ ([
    ['VORLESER_ORIGINS', 'zeitung', /VORLESER_ORIGINS must be/],
    ['VORLESER_LIMIT', '0', /VORLESER_LIMIT must be/],
    ['VORLESER_MAX_TEXT', 'all', /VORLESER_MAX_TEXT must be/],
    ['PORT', 'x', /PORT must be/],
    ['HOST', 'nowhere.invalid', /cannot listen on HOST and PORT/],
  ]))
    test(`does not start if ${name} is wrong, and says so`, async () => {
      const wrong = run({ [name]: value });
      assert.equal(await wrong.exit, 1);
      assert.match(wrong.output, message);
      assert.equal(wrong.output.trim().split('\n').length, 1, wrong.output);
    });
});
