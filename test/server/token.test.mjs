/** The token broker's handler, called as edge platforms call it, with the stand-in for Azure. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
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
  /** The time, in milliseconds, which passes only when a test says so. */
  let passed = 0;
  const passTime = (/** @type {number} */ milliseconds) => (passed += milliseconds);

  before(async () => {
    azure = await new AzureStandIn().listen();
  });
  beforeEach(() => {
    logged = [];
    for (const method of /** @type {const} */ (['log', 'info', 'warn', 'error', 'debug']))
      mock.method(console, method, (/** @type {unknown[]} */ ...words) =>
        logged.push(words.join(' ')),
      );
    mock.method(performance, 'now', () => passed);
    azure.reset();
    handle = createTokenBroker(settings());
  });
  afterEach(() => {
    mock.restoreAll();
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
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'PROPFIND'])
      for (const Origin of [ORIGIN, 'https://evil.example']) {
        const response = await ask({ Origin }, method);
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

  test('is not misled by a clock that is set', async () => {
    const { token } = await (await ask()).json();
    for (const jump of [-MINUTE * 60 * 24, MINUTE * 60 * 24]) {
      const now = Date.now() + jump;
      mock.method(Date, 'now', () => now);
      const again = await (await ask()).json();
      assert.deepEqual([again.token, again.expiresIn], [token, 600]);
    }
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
      assert.equal(response.headers.get('Retry-After'), status === 503 ? '7' : '1');
    }
    assert.equal(logged.length, cases.length);
  });

  test('pauses its requests after a failure, longer each time', async () => {
    handle = createTokenBroker({ ...settings(), limit: 1000 });
    azure.always = { issueToken: { status: 500 } };
    for (const seconds of [1, 2, 4, 8, 16, 32, 60, 60]) {
      const asked = azure.requests.length;
      assert.equal((await ask()).headers.get('Retry-After'), String(seconds));
      for (const client of Array(20).keys()) {
        const response = await ask(client % 2 ? { 'Cache-Control': 'no-cache' } : {});
        assert.equal(response.status, 503);
        assert.equal(response.headers.get('Retry-After'), String(seconds));
      }
      assert.equal(azure.requests.length, asked + 1);
      assert.equal(logged.length, asked + 1);
      passTime(seconds * 1000);
    }
    azure.reset();
    assert.equal((await ask()).status, 200);
    passTime(11 * MINUTE);
    azure.always = { issueToken: { status: 500 } };
    assert.equal((await ask()).headers.get('Retry-After'), '1');
  });

  test('waits as long as Azure asks, up to a minute', async () => {
    const date = new Date(Date.now() + 30_500).toUTCString();
    for (const [retryAfter, least, most] of /** @type {const} */ ([
      ['7', 7, 7],
      ['86400', 60, 60],
      [date, 20, 31],
      ['0', 1, 1],
      ['soon', 1, 1],
    ])) {
      azure.plan = { issueToken: [{ status: 429, retryAfter }] };
      handle = createTokenBroker(settings());
      const asked = await ask();
      const seconds = Number(asked.headers.get('Retry-After'));
      assert.ok(seconds >= least && seconds <= most, `${retryAfter}: ${seconds}`);
      passTime((seconds - 1) * 1000);
      assert.equal((await ask()).status, 503);
      passTime(1000);
      assert.equal((await ask()).status, 200);
    }
  });

  test('never sends the key where a redirect leads', async () => {
    /** @type {(string | undefined)[]} */
    const received = [];
    const statuses = [];
    const other = createServer(({ headers }, response) => {
      received.push(String(headers['ocp-apim-subscription-key']));
      response.end('token-of-another');
    });
    await new Promise((resolve) => other.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (other.address());
    for (const status of [301, 302, 303, 307, 308]) {
      const location = `http://127.0.0.1:${port}/`;
      azure.plan = { issueToken: [{ status, location }] };
      statuses.push((await createTokenBroker(settings())(request())).status);
    }
    other.close();
    other.closeAllConnections();
    assert.deepEqual(received, []);
    assert.deepEqual(statuses, [502, 502, 502, 502, 502]);
    assert.match(logged.join(), /redirect/);
  });

  test('does not take the page of a proxy for a token', async () => {
    azure.plan = { issueToken: [{ status: 200, body: '<html>Please log in</html>' }] };
    assert.equal((await ask()).status, 502);
    assert.match(logged.join(), /without a token/);
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
    assert.equal((await (await ask()).json()).token, token);
    assert.equal(azure.requests.length, 2);
    passTime(3 * MINUTE);
    assert.equal((await ask()).status, 502);
    azure.reset();
    passTime(MINUTE);
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
    const wrong = /** @type {[string, string | undefined, RegExp][]} */ ([
      ['AZURE_SPEECH_KEY', undefined, /AZURE_SPEECH_KEY is not set/],
      ['AZURE_SPEECH_KEY', ' ', /AZURE_SPEECH_KEY is not set/],
      ['AZURE_SPEECH_KEY', 'westeurope', /AZURE_SPEECH_KEY must be a key/],
      ['AZURE_SPEECH_KEY', `${KEY}\nX-Other: 1`, /AZURE_SPEECH_KEY must be a key/],
      ['AZURE_SPEECH_REGION', 'evil.example/', /AZURE_SPEECH_REGION must be a region/],
      ['VORLESER_ORIGINS', undefined, /VORLESER_ORIGINS is not set/],
      ['VORLESER_ORIGINS', '*', /VORLESER_ORIGINS must be a list/],
      ['VORLESER_ORIGINS', `${ORIGIN}/blog`, /VORLESER_ORIGINS must be a list/],
      ['VORLESER_ORIGINS', 'file:///home', /VORLESER_ORIGINS must be a list/],
      ['VORLESER_LIMIT', 'many', /VORLESER_LIMIT must be a number/],
      ['VORLESER_LIMIT', '-1', /VORLESER_LIMIT must be a number/],
      ['VORLESER_CLIENT_HEADER', 'x forwarded', /VORLESER_CLIENT_HEADER must be a header/],
      ['AZURE_TOKEN_URL', 'http://azure.example/', /AZURE_TOKEN_URL must be a URL/],
    ]);
    // A key in the wrong variable is neither logged nor sent to a page.
    for (const name of [
      'AZURE_SPEECH_REGION',
      'AZURE_SPEECH_HOST',
      'AZURE_TOKEN_URL',
      'VORLESER_ORIGINS',
      'VORLESER_LIMIT',
    ])
      wrong.push([name, KEY, new RegExp(`${name} must be`)]);
    for (const [name, value, message] of wrong) {
      logged = [];
      const response = await broker.fetch(request(), { ...environment, [name]: value });
      assert.equal(response.status, 500);
      assert.doesNotMatch(await response.text(), /AZURE|VORLESER/);
      assert.match(logged.join(), message);
      if (value?.trim()) assert.ok(!logged.join().includes(value), logged.join());
    }
    assert.equal((await broker.fetch(request(), environment)).status, 200);
    assert.equal(
      (await broker.fetch(request({ Origin: 'https://blatt.example' }), environment)).status,
      200,
    );
  });
});
