/** Voices that are not ours: programs, and Azure over its WebSocket. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { AzureWebSocket, KEY } from '../fixtures/azure-websocket.mjs';
import { audibleSpan, decode, eventsOf, temporaryFolder, vorleser } from './command.mjs';

// Built, so that its types are missing in a fresh clone.
/** @type {(text: string) => import('../../src/recording/recording.js').Recording} */
const parseWebVtt = (await import(path.resolve('lib/recording/webvtt.js'))).parseWebVtt;

const { folder, remove } = temporaryFolder();
after(remove);

/** How far the time of a word may be off, in seconds. */
const WORD_TOLERANCE = 0.05;

const file = path.join(folder, 'text.md');
writeFileSync(
  file,
  '# Das Wetter\n\nMorgen scheint die Sonne & es wird warm.\n\nAm 3. Mai regnet es.\n',
);

async function narrate(
  /** @type {string} */ out,
  /** @type {string[]} */ more,
  /** @type {Record<string, string>} */ env = {},
) {
  const target = path.join(folder, out);
  const args = [
    'narrate',
    file,
    '--out',
    target,
    '--cache',
    path.join(folder, `${out}-cache`),
    '--json',
  ];
  const run = await vorleser([...args, ...more], { env });
  const read = () => parseWebVtt(readFileSync(path.join(target, 'text.vtt'), 'utf8'));
  return { ...run, events: eventsOf(run), target, read };
}

describe('a program', () => {
  /** A voice that beeps for half a second, with silence around it, and logs what it receives. */
  const program = path.join(folder, 'beep.mjs');
  const log = path.join(folder, 'beep.log');
  before(() =>
    writeFileSync(
      program,
      `import { appendFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
const said = await text(process.stdin);
appendFileSync(${JSON.stringify(log)}, process.argv[2] + ': ' + said);
if (process.argv[2] === 'broken') { console.error('model not found'); process.exit(3); }
const rate = 16000, samples = new Int16Array(rate);
for (let i = 4000; i < 12000; i++) samples[i] = process.argv[2] === 'mute' ? 0 : 9000 * Math.sin(i / 3);
const head = Buffer.alloc(44);
head.write('RIFF'); head.writeUInt32LE(0xffffffff, 4); head.write('WAVEfmt ', 8); head.writeUInt32LE(16, 16);
head.writeUInt16LE(1, 20); head.writeUInt16LE(1, 22); head.writeUInt32LE(rate, 24); head.writeUInt32LE(2 * rate, 28);
head.writeUInt16LE(2, 32); head.writeUInt16LE(16, 34); head.write('data', 36); head.writeUInt32LE(0xffffffff, 40);
process.stdout.write(Buffer.concat([head, Buffer.from(samples.buffer)]));
`,
    ),
  );
  const command = `"${process.execPath}" "${program}" {voice}`;

  test('receives what is to be spoken, and its silence is cut off', async () => {
    const { code, messages, read, target } = await narrate('beep', [
      '--command',
      command,
      '--voice',
      "it's me",
    ]);
    assert.equal(code, 0, messages);
    const said = readFileSync(log, 'utf8').split('\n').filter(Boolean).sort();
    assert.deepEqual(said, [
      "it's me: Am dritten Mai regnet es.",
      "it's me: Das Wetter",
      "it's me: Morgen scheint die Sonne und es wird warm.",
    ]);
    const { sentences, readBy } = read();
    assert.equal(readBy, "it's me");
    for (const { start, end, words } of sentences) {
      assert.ok(Math.abs(end - start - 0.5) < 0.05, `${end - start}`);
      assert.equal(words, undefined);
    }
    const sound = decode(path.join(target, 'text.mp3'));
    const { start = 0 } = sentences[1] ?? {};
    assert.ok(Math.abs((audibleSpan(sound, start - 0.3)?.start ?? 0) - start) < 0.03);
  });

  test('that fails is quoted, with the text', async () => {
    const { code, events, messages } = await narrate('broken', [
      '--command',
      command,
      '--voice',
      'broken',
    ]);
    assert.equal(code, 1, messages);
    assert.match(
      String(events.at(-1)?.message),
      /the command failed \(3\).*model not found.*at „/s,
    );
  });

  test('that makes no sound makes no recording', async () => {
    const { code, events } = await narrate('mute', ['--command', command, '--voice', 'mute']);
    assert.equal(code, 1);
    assert.match(String(events.at(-1)?.message), /makes no sound for any sentence/);
  });

  test('that writes no sound file is reported', async () => {
    const { events } = await narrate('cat', ['--command', 'cat']);
    assert.match(String(events.at(-1)?.message), /did not send a WAV file/);
  });
});

describe('Azure', () => {
  /** @type {AzureWebSocket} */
  let azure;
  before(async () => (azure = await new AzureWebSocket().listen()));
  after(() => azure.close());
  const environment = (key = KEY) => ({
    AZURE_SPEECH_KEY: key,
    AZURE_SPEECH_REGION: '',
    AZURE_SPEECH_HOST: azure.address,
  });

  test('words are where they are heard', async () => {
    const { code, messages, read, target } = await narrate(
      'azure',
      ['--engine', 'azure'],
      environment(),
    );
    assert.equal(code, 0, messages);
    const { sentences, readBy } = read();
    assert.equal(readBy, 'Seraphina');
    const sound = decode(path.join(target, 'text.mp3'));
    for (const { text = '', words = [] } of sentences)
      for (const [start, end, time] of words) {
        const heard = audibleSpan(sound, time - WORD_TOLERANCE * 2, time + 0.15)?.start ?? 0;
        assert.ok(
          Math.abs(heard - time) < WORD_TOLERANCE,
          `${text.slice(start, end)}: ${heard}, not ${time}`,
        );
      }
    const [, second, third] = sentences;
    const written = (/** @type {typeof second} */ cue) =>
      cue?.words?.map(([start, end]) => cue.text?.slice(start, end));
    assert.deepEqual(written(second), [
      'Morgen',
      'scheint',
      'die',
      'Sonne',
      '&',
      'es',
      'wird',
      'warm',
    ]);
    assert.deepEqual(written(third), ['Am', '3.', 'Mai', 'regnet', 'es']);
  });

  test('is asked again after a connection that broke', async () => {
    azure.failures = 1;
    const { code, messages } = await narrate(
      'again',
      ['--engine', 'azure', '--jobs', '1'],
      environment(),
    );
    assert.equal(code, 0, messages);
    assert.equal(azure.failures, 0);
  });

  test('says that the key is wrong', async () => {
    const { code, events } = await narrate(
      'wrong',
      ['--engine', 'azure'],
      environment('x'.repeat(32)),
    );
    assert.equal(code, 1);
    assert.match(String(events.at(-1)?.message), /Azure.*AZURE_SPEECH_KEY/s);
  });
});
