/** The token broker's handler, called as edge platforms call it and as Node does, with the stand-in for Azure. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { after, afterEach, before, beforeEach, describe, mock, test } from 'node:test';
import broker, { createTokenBroker } from 'vorleser/server/token';
import { AzureStandIn, KEY } from '../fixtures/azure-stand-in.mjs';

// The stand-in's certificate is self-signed.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

const ORIGIN = 'https://zeitung.example';
const MINUTE = 60_000;

describe('createTokenBroker', () => {
  /** @type {AzureStandIn} */
  let azure;
  /** @type {string[]} */
  let logged = [];
  /** @type {ReturnType<typeof createTokenBroker>} */
  let handle;

  const settings = () => ({
    key: KEY,
    region: 'westeurope',
    origins: [ORIGIN],
    issueTokenUrl: `${azure.url}/sts/v1.0/issueToken`,
  });
  const request = (/** @type {Record<string, string>} */ headers = {}, method = 'GET') =>
    new Request('https://tokens.example/', { method, headers: { Origin: ORIGIN, ...headers } });
  const ask = (/** @type {Record<string, string>} */ headers = {}, method = 'GET') =>
    handle(request(headers, method));
  const passTime = (/** @type {number} */ milliseconds) => mock.timers.tick(milliseconds);

  before(async () => {
    azure = await new AzureStandIn().listen();
  });
  beforeEach(() => {
    logged = [];
    for (const method of /** @type {const} */ (['log', 'info', 'warn', 'error', 'debug']))
      mock.method(console, method, (/** @type {unknown[]} */ ...words) =>
        logged.push(words.join(' ')),
      );
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    azure.reset();
    handle = createTokenBroker(settings());
  });
  afterEach(() => {
    mock.restoreAll();
    mock.timers.reset();
    assert.doesNotMatch(logged.join('\n'), new RegExp(`${KEY}|token-\\d`));
  });
  after(() => azure.close());

  test('returns a token with its region and lifetime', async () => {
    const response = await ask();
    assert.equal(response.status, 200);
    const { token, ...rest } = await response.json();
    assert.match(token, /^token-\d+$/);
    assert.deepEqual(rest, { region: 'westeurope', expiresIn: 600 });
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), ORIGIN);
    assert.equal(response.headers.get('Vary'), 'Origin');
    assert.equal(response.headers.get('Cache-Control'), 'no-store');
    assert.equal(azure.requests[0]?.headers['ocp-apim-subscription-key'], KEY);
  });

  test('returns the host of a sovereign cloud instead of the region', async () => {
    handle = createTokenBroker({ ...settings(), speechSynthesisHostname: 'x.tts.speech.azure.us' });
    const answer = await (await ask()).json();
    assert.equal(answer.speechSynthesisHostname, 'x.tts.speech.azure.us');
    assert.equal(answer.region, undefined);
  });

  test('refuses pages of other origins, without CORS headers', async () => {
    for (const Origin of [
      'https://evil.example',
      'null',
      `${ORIGIN}.evil.example`,
      'http://zeitung.example',
      '',
    ]) {
      const response = await ask({ Origin });
      assert.equal(response.status, 403, Origin);
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), null);
      assert.equal(response.headers.get('Vary'), 'Origin');
      assert.equal(
        (await ask({ Origin }, 'OPTIONS')).headers.get('Access-Control-Allow-Origin'),
        null,
      );
    }
    assert.equal((await handle(new Request('https://tokens.example/'))).status, 403);
    assert.equal(azure.requests.length, 0);
  });

  test('accepts same-origin requests, which have no Origin header', async () => {
    const from = (/** @type {string} */ site) =>
      handle(new Request('https://tokens.example/', { headers: { 'Sec-Fetch-Site': site } }));
    assert.equal((await from('same-origin')).status, 200);
    assert.equal((await from('cross-site')).status, 403);
    assert.equal((await from('same-site')).status, 403);
  });

  test('answers a preflight', async () => {
    const response = await ask({ 'Access-Control-Request-Method': 'GET' }, 'OPTIONS');
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('Access-Control-Allow-Origin'), ORIGIN);
    assert.equal(response.headers.get('Access-Control-Allow-Methods'), 'GET');
    assert.equal(response.headers.get('Vary'), 'Origin');
    assert.equal(azure.requests.length, 0);
  });

  test('accepts no method but GET', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD']) {
      const response = await ask({}, method);
      assert.equal(response.status, 405);
      assert.equal(response.headers.get('Allow'), 'GET, OPTIONS');
    }
    assert.equal(azure.requests.length, 0);
  });

  test('shares a token between clients, and renews it before it expires', async () => {
    const first = await (await ask()).json();
    passTime(6.5 * MINUTE);
    const second = await (await ask()).json();
    assert.equal(second.token, first.token);
    assert.equal(second.expiresIn, 3.5 * 60);
    passTime(MINUTE);
    const third = await (await ask()).json();
    assert.notEqual(third.token, first.token);
    assert.equal(third.expiresIn, 600);
  });

  test('sends one request to Azure for simultaneous clients', async () => {
    azure.plan = { issueToken: [{ delay: 200 }] };
    const answers = await Promise.all(Array.from({ length: 20 }, async () => (await ask()).json()));
    assert.equal(new Set(answers.map(({ token }) => token)).size, 1);
    assert.equal(azure.requests.length, 1);
  });

  test('renews a rejected token, unless it is less than a minute old', async () => {
    const first = await (await ask()).json();
    const again = { 'Cache-Control': 'no-cache' };
    assert.equal((await (await ask(again)).json()).token, first.token);
    passTime(MINUTE);
    assert.notEqual((await (await ask(again)).json()).token, first.token);
    assert.equal(azure.requests.length, 2);
  });

  test('limits how often a client can request a token', async () => {
    handle = createTokenBroker({ ...settings(), limit: 3, clientHeader: 'x-forwarded-for' });
    const from = (/** @type {string} */ client) => ask({ 'X-Forwarded-For': client });
    for (let i = 0; i < 3; i++) assert.equal((await from('192.0.2.1')).status, 200);
    const refused = await from(`198.51.100.${Math.floor(Math.random() * 99)}, 192.0.2.1`);
    assert.equal(refused.status, 429);
    assert.ok(Number(refused.headers.get('Retry-After')) <= 60);
    assert.equal(refused.headers.get('Access-Control-Allow-Origin'), ORIGIN);
    assert.equal(refused.headers.get('Access-Control-Expose-Headers'), 'Retry-After');
    assert.equal((await from('192.0.2.2')).status, 200);
    passTime(MINUTE);
    assert.equal((await from('192.0.2.1')).status, 200);
  });

  test('identifies clients by address on Deno and Bun, and counts all as one elsewhere', async () => {
    handle = createTokenBroker({ ...settings(), limit: 1 });
    const deno = { remoteAddr: { hostname: '192.0.2.1' } };
    const bun = { requestIP: () => ({ address: '192.0.2.2' }) };
    for (const context of [deno, bun, undefined]) {
      assert.equal((await handle(request(), context)).status, 200);
      assert.equal((await handle(request(), context)).status, 429);
    }
  });

  test('remembers a bounded number of clients', async () => {
    handle = createTokenBroker({ ...settings(), limit: 1, clientHeader: 'x-client' });
    for (let i = 0; i < 10_000; i++) await ask({ 'X-Client': `client ${i}` });
    assert.equal((await ask({ 'X-Client': 'another' })).status, 200);
    assert.equal((await ask({ 'X-Client': 'yet another' })).status, 429);
  });

  test('reports failures of Azure to pages, and keeps secrets out of the log', async () => {
    const cases = /** @type {const} */ ([
      [{ status: 500 }, 502],
      [{ status: 401 }, 500],
      [{ status: 429, retryAfter: '7' }, 503],
      [{ cut: true }, 502],
    ]);
    for (const [answer, status] of cases) {
      azure.plan = { issueToken: [answer] };
      const response = await createTokenBroker(settings())(request());
      assert.equal(response.status, status, JSON.stringify(answer));
      assert.deepEqual(await response.json(), { error: 'No token' });
      assert.equal(response.headers.get('Access-Control-Allow-Origin'), ORIGIN);
      if (status === 503) assert.equal(response.headers.get('Retry-After'), '7');
    }
    assert.equal(logged.length, cases.length);
  });

  test('logs that Azure cannot be reached', async () => {
    const gone = await new AzureStandIn().listen();
    handle = createTokenBroker({ ...settings(), issueTokenUrl: `${gone.url}/${KEY}` });
    gone.close();
    assert.equal((await ask()).status, 502);
    assert.match(logged.join(), /ECONNREFUSED/);
  });

  test('logs that its key is wrong', async () => {
    handle = createTokenBroker({ ...settings(), key: 'wrong' });
    assert.equal((await ask()).status, 500);
    assert.match(logged.join(), /key/);
    assert.doesNotMatch(logged.join(), /wrong/);
  });

  test('returns its current token until it expires if Azure issues no new one', async () => {
    const { token } = await (await ask()).json();
    azure.always = { issueToken: { status: 500 } };
    passTime(8 * MINUTE);
    const second = await (await ask()).json();
    assert.deepEqual([second.token, second.expiresIn], [token, 120]);
    passTime(3 * MINUTE);
    assert.equal((await ask()).status, 502);
    azure.reset();
    assert.equal((await ask()).status, 200);
  });

  test('reads its settings from Cloudflare’s environment, and logs what is missing', async () => {
    const environment = {
      AZURE_SPEECH_KEY: KEY,
      AZURE_SPEECH_REGION: 'westeurope',
      VORLESER_ORIGINS: `${ORIGIN}/ https://blatt.example`,
      VORLESER_LIMIT: '5',
      AZURE_TOKEN_URL: `${azure.url}/sts/v1.0/issueToken`,
    };
    const wrong = [
      [{ AZURE_SPEECH_KEY: undefined }, /AZURE_SPEECH_KEY is not set/],
      [{ AZURE_SPEECH_KEY: ' ' }, /AZURE_SPEECH_KEY is not set/],
      [{ AZURE_SPEECH_REGION: 'evil.example/' }, /is no region/],
      [{ VORLESER_ORIGINS: undefined }, /VORLESER_ORIGINS is not set/],
      [{ VORLESER_ORIGINS: '*' }, /\* is no origin/],
      [{ VORLESER_LIMIT: 'many' }, /many is no number/],
    ];
    for (const [change, message] of wrong) {
      logged = [];
      const response = await broker.fetch(request(), {
        ...environment,
        .../** @type {{}} */ (change),
      });
      assert.equal(response.status, 500);
      assert.doesNotMatch(await response.text(), /AZURE|VORLESER/);
      assert.match(logged.join(), /** @type {RegExp} */ (message));
    }
    assert.equal((await broker.fetch(request(), environment)).status, 200);
    assert.equal(
      (await broker.fetch(request({ Origin: 'https://blatt.example' }), environment)).status,
      200,
    );
  });

  test('runs on Node', async () => {
    const server = spawn(process.execPath, ['build/token.mjs'], {
      env: {
        ...process.env,
        PORT: '0',
        NODE_EXTRA_CA_CERTS: azure.certificate,
        NODE_TLS_REJECT_UNAUTHORIZED: undefined,
        AZURE_SPEECH_KEY: KEY,
        AZURE_SPEECH_REGION: 'westeurope',
        VORLESER_ORIGINS: ORIGIN,
        VORLESER_LIMIT: '2',
        AZURE_TOKEN_URL: `${azure.url}/sts/v1.0/issueToken`,
      },
    });
    let output = '';
    server.stderr.on('data', (data) => (output += data));
    try {
      const address = await new Promise((resolve, reject) => {
        server.stdout.on('data', (data) => {
          output += data;
          const [found] = /http:\S+/.exec(output) ?? [];
          if (found) resolve(found);
        });
        server.once('exit', () => reject(new Error(output)));
      });
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
    } finally {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await gone;
    }
    assert.equal(server.exitCode, 0);
    assert.doesNotMatch(output, new RegExp(`${KEY}|token-\\d`));
  });
});
