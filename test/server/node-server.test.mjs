/** The token broker as `npm run token` serves it on Node, with the stand-in for Azure. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import http from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { after, afterEach, before, describe, test } from 'node:test';
import { AzureStandIn, KEY } from '../fixtures/azure-stand-in.mjs';

const ORIGIN = 'https://zeitung.example';

/** Not a stand-in's key: what a developer could have pasted anywhere. */
const SECRET = /0123456789abcdef|token-\d/;

/** @typedef {{ child: import('node:child_process').ChildProcess, output: string, exit: Promise<number | null> }} Started */

describe('npm run token', { timeout: 60_000 }, () => {
  /** @type {AzureStandIn} */
  let azure;
  /** @type {Started[]} */
  let started = [];

  before(async () => {
    azure = await new AzureStandIn().listen();
  });
  afterEach(async () => {
    for (const { child } of started) child.kill('SIGKILL');
    await Promise.all(started.map(({ exit }) => exit));
    for (const { output } of started) assert.doesNotMatch(output, SECRET);
    started = [];
    azure.reset();
  });
  after(() => azure.close());

  /** Runs the server. @returns {Started} */
  function run(/** @type {Record<string, string | undefined>} */ change = {}) {
    const child = spawn(process.execPath, ['build/token.mjs'], {
      env: {
        ...process.env,
        PORT: '0',
        HOST: undefined,
        NODE_EXTRA_CA_CERTS: azure.certificate,
        NODE_TLS_REJECT_UNAUTHORIZED: undefined,
        AZURE_SPEECH_KEY: KEY,
        AZURE_SPEECH_REGION: 'westeurope',
        VORLESER_ORIGINS: ORIGIN,
        AZURE_TOKEN_URL: `${azure.url}/sts/v1.0/issueToken`,
        ...change,
      },
    });
    const exit = new Promise((resolve) => child.once('close', resolve));
    const run = { child, output: '', exit };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => (run.output += data));
    started.push(run);
    return run;
  }

  /** Runs the server and waits until it listens. */
  async function listening(/** @type {Record<string, string | undefined>} */ change = {}) {
    const server = run(change);
    for (;;) {
      const [address] = /http:\S+/.exec(server.output) ?? [];
      if (address) return { ...server, address: new URL(address) };
      assert.equal(server.child.exitCode, null, server.output);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /** Sends raw text, then more of it while the connection is open. @returns what came back, once the connection is closed */
  function raw(/** @type {URL} */ { hostname, port }, /** @type {string} */ text, more = '') {
    return /** @type {Promise<{ answer: string, sent: number }>} */ (
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname);
        let answer = '';
        const send = () => socket.writable && socket.write(more, () => setTimeout(send, 1));
        socket.on('connect', () => socket.write(text, () => more && send()));
        socket.on('data', (data) => (answer += data));
        // The connection may be reset while there is more to send.
        socket.on('error', () => undefined);
        socket.on('close', () => resolve({ answer, sent: socket.bytesWritten }));
      })
    );
  }

  test('gives tokens to pages of its origins, up to its limit', async () => {
    const { address, child, exit } = await listening({ VORLESER_LIMIT: '2' });
    const get = (/** @type {string} */ origin, /** @type {RequestInit} */ init = {}) =>
      fetch(address, { ...init, headers: { Origin: origin } });
    const answer = await get(ORIGIN);
    assert.equal(answer.status, 200);
    assert.match((await answer.json()).token, /^token-/);
    assert.equal((await get('https://evil.example')).status, 403);
    assert.equal((await get(ORIGIN, { method: 'OPTIONS' })).status, 204);
    assert.equal((await get(ORIGIN, { method: 'POST', body: 'much' })).status, 405);
    assert.equal((await get(ORIGIN)).status, 200);
    assert.equal((await get(ORIGIN)).status, 429);
    child.kill('SIGTERM');
    assert.equal(await exit, 0);
  });

  test('can be reached from this machine only, unless HOST says otherwise', async () => {
    const { address } = await listening();
    assert.equal(address.hostname, '127.0.0.1');
    const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const other = others.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
    const everywhere = await listening({ HOST: '0.0.0.0' });
    assert.equal(everywhere.address.hostname, '0.0.0.0');
    if (!other) return;
    const status = (/** @type {string} */ port) =>
      fetch(`http://${other}:${port}/`).then(
        (response) => response.status,
        () => 'refused',
      );
    assert.equal(await status(address.port), 'refused');
    assert.equal(await status(everywhere.address.port), 403);
  });

  for (const [name, value, message] of /** @type {[string, string | undefined, RegExp][]} */ ([
    ['AZURE_SPEECH_KEY', undefined, /AZURE_SPEECH_KEY is not set/],
    ['AZURE_SPEECH_KEY', 'westeurope', /AZURE_SPEECH_KEY must be/],
    ['AZURE_SPEECH_REGION', KEY, /AZURE_SPEECH_REGION must be/],
    ['VORLESER_ORIGINS', KEY, /VORLESER_ORIGINS must be/],
    ['PORT', KEY, /PORT must be/],
    ['HOST', KEY, /cannot listen on HOST and PORT/],
  ]))
    test(`does not start if ${name} is ${value ? 'wrong' : 'missing'}, and says so`, async () => {
      const server = run({ [name]: value });
      assert.equal(await server.exit, 1);
      assert.match(server.output, message);
      assert.ok(server.output.trim().split('\n').length === 1, server.output);
    });

  test('does not start on a port that is taken', async () => {
    const { address } = await listening();
    const second = run({ PORT: address.port });
    assert.equal(await second.exit, 1);
    assert.match(second.output, /EADDRINUSE/);
  });

  test('answers the requests under way at SIGTERM, and takes no new ones', async () => {
    const { address, child, exit } = await listening();
    azure.plan = { issueToken: [{ delay: 500 }] };
    const agent = new http.Agent({ keepAlive: true });
    const answer = /** @type {Promise<http.IncomingMessage>} */ (
      new Promise((resolve, reject) => {
        http.get(address, { agent, headers: { Origin: ORIGIN } }, resolve).on('error', reject);
      })
    );
    while (azure.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await assert.rejects(fetch(address));
    const { statusCode, headers } = await answer;
    assert.equal(statusCode, 200);
    assert.equal(headers.connection, 'close');
    assert.equal(await exit, 0);
    agent.destroy();
  });

  test('accepts neither TRACE nor other methods that no page can send', async () => {
    const { address } = await listening();
    for (const method of ['TRACE', 'PROPFIND']) {
      const request = `${method} / HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\nX-Secret: 1\r\nConnection: close\r\n\r\n`;
      const { answer } = await raw(address, request);
      assert.match(answer, /^HTTP\/1.1 405 [^]*\r\nAllow: GET, OPTIONS\r\n/i, method);
      assert.doesNotMatch(answer, /secret/i);
    }
  });

  test('reads no body', async () => {
    const { address } = await listening();
    for (const head of ['Content-Length: 1000000000', 'Transfer-Encoding: chunked']) {
      const request = `POST / HTTP/1.1\r\nHost: x\r\nOrigin: ${ORIGIN}\r\n${head}\r\n`;
      const chunk = `fff\r\n${'x'.repeat(4095)}\r\n`;
      const { answer, sent } = await raw(address, `${request}\r\n`, chunk);
      assert.match(answer, /^HTTP\/1.1 405 /);
      assert.ok(sent < 10_000_000, `${sent} bytes were sent`);
      const expecting = await raw(address, `${request}Expect: 100-continue\r\n\r\n`);
      assert.match(expecting.answer, /^HTTP\/1.1 405 /);
    }
  });

  test('disconnects clients that do not finish their request', async () => {
    const { address } = await listening();
    const slow = ['', 'GET / HTTP/1.1\r\nX-Slow: 1\r\n'].map((text) => raw(address, text));
    const { status } = await fetch(address, { headers: { Origin: ORIGIN } });
    assert.equal(status, 200);
    for (const { answer } of await Promise.all(slow)) assert.match(answer, /^(?:HTTP\/1.1 408 |$)/);
  });
});
