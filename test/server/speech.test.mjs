/** The speech server's handler, called as edge platforms call it, around a synthesizer that only says how long a text is. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';
import { createSpeechServer, speechSettingsFromEnvironment } from 'vorleser/server/speech';

const ORIGIN = 'https://zeitung.example';
const SERVER = 'https://voices.example';
const SECRET = 'Geheimer Satz';

/** Renders a hundredth of a second for each character. @type {import('vorleser/server/speech').SpeechSource} */
const source = {
  name: 'beeper',
  voices: [
    { id: 'beeper/de', name: 'Deutsch', lang: 'de-DE' },
    { id: 'beeper/fr', name: 'Français', lang: 'fr' },
  ],
  timesWords: true,
  render(text, { lang }) {
    if (text === 'Fehler') throw new Error(SECRET);
    return {
      samples: new Int16Array(text.length * 80).fill(lang === 'fr' ? 2 : 1),
      sampleRate: 8000,
      words: [{ start: 0, end: 4, time: 0.5 }],
    };
  },
  encoders: { mp3: () => 'an MP3 file' },
};

describe('createSpeechServer', () => {
  /** @type {ReturnType<typeof createSpeechServer>} */
  let handle;
  /** @type {string[]} */
  let logged = [];

  beforeEach(() => {
    logged = [];
    mock.method(console, 'error', (/** @type {unknown[]} */ ...words) =>
      logged.push(words.join(' ')),
    );
    handle = createSpeechServer({ source, origins: [ORIGIN], maxTextLength: 100 });
  });
  afterEach(() => {
    mock.restoreAll();
    assert.doesNotMatch(logged.join('\n'), new RegExp(SECRET));
  });

  const get = (/** @type {string} */ path, headers = {}) =>
    handle(new Request(SERVER + path, { headers: { Origin: ORIGIN, ...headers } }));
  const post = (
    /** @type {string} */ path,
    /** @type {unknown} */ body,
    /** @type {Record<string, string>} */ headers = {},
  ) =>
    handle(
      new Request(SERVER + path, {
        method: 'POST',
        headers: { Origin: ORIGIN, 'Content-Type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );

  describe('speaks the protocol of Readium Speech Server', () => {
    test('describes itself', async () => {
      assert.deepEqual(await (await get('/service')).json(), {
        output: { formats: ['wav', 'mp3'], default: 'wav' },
        limits: { maxTextLength: 100, maxConcurrentSyntheses: 1 },
        providers: [
          {
            id: 'beeper',
            installedLanguages: ['de-DE', 'fr'],
            quality: null,
            controls: { pitch: false, speed: false, ssml: false, boundary: true },
          },
        ],
      });
    });

    test('lists its voices, filtered and in pages', async () => {
      const ids = async (/** @type {string} */ query) => {
        const response = await get(`/voices${query}`);
        const voices = /** @type {{ identifier: string }[]} */ (await response.json());
        return [response.headers.get('X-Total-Count'), ...voices.map((each) => each.identifier)];
      };
      assert.deepEqual(await ids(''), ['2', 'beeper/de', 'beeper/fr']);
      assert.deepEqual(await ids('?language=de'), ['1', 'beeper/de']);
      assert.deepEqual(await ids('?provider=other'), ['0']);
      assert.deepEqual(await ids('?offset=1&limit=1'), ['2', 'beeper/fr']);
      const [voice] = await (await get('/voices')).json();
      assert.deepEqual(voice.controls, { boundary: true });
      assert.equal(voice.language, 'de-DE');
    });

    test('sends sound, as a file or with the times of its words', async () => {
      const file = await post('/synthesize', { text: 'Guten Tag.' });
      assert.equal(file.headers.get('Content-Type'), 'audio/wav');
      assert.equal((await file.arrayBuffer()).byteLength, 44 + 2 * 800);
      const timed = await (
        await post('/synthesize', {
          text: 'Bonjour.',
          language: 'fr-CH',
          voice: null,
          boundary: true,
          output: { format: 'mp3' },
        })
      ).json();
      assert.equal(atob(timed.audio), 'an MP3 file');
      assert.equal(timed.format, 'mp3');
      assert.deepEqual(timed.boundaries, [
        { name: 'word', charIndex: 0, charLength: 4, elapsedTime: 0.5 },
      ]);
    });

    test('describes problems as the protocol does', async () => {
      for (const [body, status, code] of /** @type {[unknown, number, string][]} */ ([
        [{ text: ' ' }, 400, 'validation_failed'],
        [{ text: 7 }, 422, 'validation_failed'],
        [{ text: 'a', ssml: true }, 422, 'validation_failed'],
        [{ text: 'a'.repeat(101) }, 413, 'payload_too_large'],
        [{ text: 'a', voice: 'nobody' }, 404, 'voice_not_found'],
        [{ text: 'a', language: 'tlh' }, 404, 'voice_language_unsupported'],
        [{ text: 'a', voice: 'beeper/fr', language: 'de' }, 404, 'voice_language_unsupported'],
        [{ text: 'a', output: { format: 'opus' } }, 415, 'unsupported_format'],
        [{ text: 'Fehler' }, 502, 'provider_error'],
        ['[]', 422, 'validation_failed'],
        ['{', 422, 'validation_failed'],
      ])) {
        const response = await post('/synthesize', body);
        assert.equal(response.status, status, JSON.stringify(body));
        assert.equal(response.headers.get('Content-Type'), 'application/problem+json');
        const problem = await response.json();
        assert.equal(problem.type, `https://readium.org/speech-server/error#${code}`);
        assert.equal(problem.status, status);
        assert.equal(response.headers.get('Access-Control-Allow-Origin'), ORIGIN);
      }
    });
  });

  describe('speaks the protocol of OpenAI', () => {
    test('lists its voices and its model', async () => {
      const { voices } = await (await get('/v1/audio/voices')).json();
      assert.deepEqual(voices[1], { id: 'beeper/fr', name: 'Français', language: 'fr' });
      const { data } = await (await get('/v1/models')).json();
      assert.equal(data[0].id, 'beeper');
    });

    test('sends MP3, or what is asked for', async () => {
      const speech = { model: 'tts-1', input: 'Guten Tag.', voice: 'beeper/de' };
      const mp3 = await post('/v1/audio/speech', speech);
      assert.equal(mp3.headers.get('Content-Type'), 'audio/mpeg');
      assert.equal(await mp3.text(), 'an MP3 file');
      const wav = await post('/v1/audio/speech', { ...speech, response_format: 'wav' });
      assert.equal((await wav.arrayBuffer()).byteLength, 44 + 2 * 800);
    });

    test('describes errors as the protocol does', async () => {
      for (const [body, status, param] of /** @type {[unknown, number, string | null][]} */ ([
        [{ input: '' }, 400, 'input'],
        [{ input: 'a'.repeat(101) }, 413, 'input'],
        [{ input: 'a', voice: 'nobody' }, 404, 'voice'],
        [{ input: 'a', response_format: 'pcm' }, 415, 'response_format'],
        [{ input: 'a', speed: 2 }, 422, 'speed'],
        [{ input: 'a', stream_format: 'sse' }, 422, 'stream_format'],
        ['null', 422, null],
      ])) {
        const response = await post('/v1/audio/speech', body);
        assert.equal(response.status, status, JSON.stringify(body));
        const { error } = await response.json();
        assert.equal(error.type, 'invalid_request_error');
        assert.equal(error.param, param);
      }
      const failed = await post('/v1/audio/speech', { input: 'Fehler' });
      assert.equal(failed.status, 502);
      assert.equal((await failed.json()).error.type, 'server_error');
    });
  });

  test('answers pages of its origins and its own, and programs, but no others', async () => {
    const status = async (/** @type {Record<string, string>} */ headers) =>
      (await handle(new Request(`${SERVER}/service`, { headers }))).status;
    assert.equal(await status({ Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }), 200);
    assert.equal(await status({ Origin: SERVER, 'Sec-Fetch-Site': 'same-origin' }), 200);
    assert.equal(await status({ 'Sec-Fetch-Site': 'same-origin' }), 200);
    assert.equal(await status({}), 200);
    for (const origin of ['https://evil.example', 'null', '', `${ORIGIN}.evil.example`])
      assert.equal(await status({ Origin: origin }), 403, origin);
    for (const site of ['cross-site', 'same-site'])
      assert.equal(await status({ 'Sec-Fetch-Site': site }), 403, site);
    const refused = await get('/service', { Origin: 'https://evil.example' });
    assert.equal(refused.headers.get('Access-Control-Allow-Origin'), null);
  });

  test('answers preflights, and other methods with what is allowed', async () => {
    const ask = (/** @type {string} */ method, path = '/v1/audio/speech') =>
      handle(new Request(SERVER + path, { method, headers: { Origin: ORIGIN } }));
    const preflight = await ask('OPTIONS');
    assert.equal(preflight.status, 204);
    assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), ORIGIN);
    assert.equal(preflight.headers.get('Access-Control-Allow-Methods'), 'GET, POST');
    assert.equal(preflight.headers.get('Access-Control-Allow-Headers'), 'Content-Type');
    assert.equal((await ask('GET')).status, 405);
    assert.equal((await ask('GET')).headers.get('Allow'), 'POST, OPTIONS');
    assert.equal((await ask('DELETE', '/voices')).status, 405);
    assert.equal((await ask('GET', '/')).status, 404);
  });

  test('can be served in any folder', async () => {
    assert.ok('voices' in (await (await get('/stimmen/v1/audio/voices')).json()));
    assert.ok(Array.isArray(await (await get('/stimmen/voices')).json()));
  });

  test('reads no more of a body than a text needs, and nothing that browsers send unasked', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1000;
        controller.enqueue(new Uint8Array(1000).fill(32));
      },
    });
    const response = await handle(
      new Request(`${SERVER}/synthesize`, {
        method: 'POST',
        headers: { Origin: ORIGIN, 'Content-Type': 'application/json' },
        body: endless,
        // @ts-expect-error The types do not know it yet.
        duplex: 'half',
      }),
    );
    assert.equal(response.status, 413);
    assert.ok(sent < 50_000, `${sent} bytes`);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx'])
      assert.equal(
        (await post('/synthesize', '{"text":"a"}', { 'Content-Type': type })).status,
        415,
      );
  });

  test('limits the requests of a client', async () => {
    handle = createSpeechServer({ source, origins: [ORIGIN], limit: 2 });
    const ask = (/** @type {string} */ hostname) =>
      handle(new Request(`${SERVER}/service`), { remoteAddr: { hostname } });
    assert.equal((await ask('192.0.2.1')).status, 200);
    assert.equal((await ask('192.0.2.1')).status, 200);
    const refused = await ask('192.0.2.1');
    assert.equal(refused.status, 429);
    assert.match(refused.headers.get('Retry-After') ?? '', /^\d+$/);
    assert.equal((await ask('192.0.2.2')).status, 200);
  });
});

describe('speechSettingsFromEnvironment', () => {
  test('reads settings, all of which are optional', () => {
    assert.deepEqual(speechSettingsFromEnvironment({}), {
      origins: [],
      limit: undefined,
      maxTextLength: undefined,
      clientHeader: undefined,
    });
    assert.deepEqual(
      speechSettingsFromEnvironment({
        VORLESER_ORIGINS: 'https://a.example/ http://localhost:4173',
        VORLESER_LIMIT: '60',
        VORLESER_MAX_TEXT: '500',
        VORLESER_CLIENT_HEADER: 'x-forwarded-for',
      }),
      {
        origins: ['https://a.example', 'http://localhost:4173'],
        limit: 60,
        maxTextLength: 500,
        clientHeader: 'x-forwarded-for',
      },
    );
  });

  test('names a variable that is wrong, and never its value', () => {
    for (const name of ['VORLESER_ORIGINS', 'VORLESER_LIMIT', 'VORLESER_MAX_TEXT'])
      assert.throws(
        () => speechSettingsFromEnvironment({ [name]: SECRET }),
        (/** @type {Error} */ { message }) => message.startsWith(name) && !message.includes(SECRET),
      );
  });
});
