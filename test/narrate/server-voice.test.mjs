/** Recordings with the voices of a speech server, which speaks for real. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { SpeechServerFixture } from '../fixtures/speech-server.mjs';
import { eventsOf, temporaryFolder, vorleser } from './command.mjs';

// Built, so that its types are missing in a fresh clone.
/** @type {(text: string) => import('../../src/recording/recording.js').Recording} */
const parseWebVtt = (await import(path.resolve('lib/recording/webvtt.js'))).parseWebVtt;

const { folder, remove } = temporaryFolder();
const file = path.join(folder, 'text.md');
writeFileSync(file, 'Am 3. Mai regnet es.\n\nMorgen scheint die Sonne.\n');

const server = new SpeechServerFixture();
before(() => server.listen());
beforeEach(() => server.reset());
after(() => {
  server.close();
  remove();
});

async function narrate(
  /** @type {string} */ name,
  /** @type {string} */ address,
  /** @type {string[]} */ ...more
) {
  const out = path.join(folder, name);
  const args = [
    'narrate',
    file,
    '--out',
    out,
    '--cache',
    path.join(folder, `${name}-cache`),
    '--json',
  ];
  const run = await vorleser([...args, '--engine', 'server', '--server', address, ...more]);
  return { ...run, out, last: eventsOf(run).at(-1) };
}

const sentencesIn = (/** @type {string} */ out) =>
  parseWebVtt(readFileSync(path.join(out, 'text.vtt'), 'utf8')).sentences;

test('Readium’s protocol gives the times of words', async () => {
  const { code, messages, out } = await narrate('readium', server.url);
  assert.equal(code, 0, messages);
  assert.deepEqual(server.texts.sort(), ['Am dritten Mai regnet es.', 'Morgen scheint die Sonne.']);
  const [first] = sentencesIn(out);
  const words = first?.words?.map(([start, end]) => first.text?.slice(start, end));
  assert.deepEqual(words, ['Am', '3.', 'Mai', 'regnet', 'es']);
});

test('OpenAI’s protocol gives none', async () => {
  const { code, messages, out } = await narrate('openai', `${server.url}v1/`);
  assert.equal(code, 0, messages);
  const sentences = sentencesIn(out);
  assert.equal(sentences.length, 2);
  assert.ok(sentences.every(({ words, start, end }) => !words && end - start > 1));
});

test('a connection that breaks every time is said, and leaves no half file', async () => {
  server.always['/synthesize'] = { cut: true, body: 'x'.repeat(1000), type: 'audio/wav' };
  const { code, last, out } = await narrate('cut', server.url);
  assert.equal(code, 1);
  assert.match(String(last?.message), /localhost:\d+ cannot be reached.*at „/);
  assert.ok(!existsSync(out) || readdirSync(out).length === 0);
});

test('a voice that the server does not have is named, with those that it has', async () => {
  const { code, messages } = await narrate('voice', server.url, '--voice', 'Nobody');
  assert.equal(code, 2);
  assert.match(messages, /there is no voice Nobody, only \S+/);
});

test('a server that is not there is said', async () => {
  const { code, messages } = await narrate('none', 'http://localhost:9/');
  assert.equal(code, 2);
  assert.match(messages, /--server http:\/\/localhost:9\/: .*cannot be reached/);
});
