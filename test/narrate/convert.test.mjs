/** The times of recordings in other formats: `vorleser convert`. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { narrated, tone } from './narrated.mjs';

// Built, so that its types are missing in a fresh clone.
/** @type {typeof import('../../src/narrate/index.js')} */
const { bookText, createEpub, formatWebVtt, parseRecording } = await import(
  path.resolve('lib/narrate/index.js')
);

/** @type {typeof import('../../src/narrate/convert/convert.js')} */
const { convert: run } = await import(path.resolve('lib/narrate/convert/convert.js'));
/** @type {typeof import('../../src/narrate/convert/convert-options.js')} */
const { parseConvertOptions } = await import(
  path.resolve('lib/narrate/convert/convert-options.js')
);
/** @type {typeof import('../../src/narrate/failure.js')} */
const { messageOf, UsageFailure } = await import(path.resolve('lib/narrate/failure.js'));

const STORY =
  '<!doctype html><html lang="de"><article><h1>Im Flug</h1><p>Sie schlafen. Im Flug.</p></article>';

const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-convert-'));
const at = (/** @type {string} */ name) => path.join(folder, name);
after(() => rmSync(folder, { recursive: true }));

/** Does what `vorleser convert` does, without a process of its own. */
async function convert(/** @type {string[]} */ ...args) {
  try {
    const options = parseConvertOptions(args);
    if (options) await run(options);
    return { code: 0, stderr: '' };
  } catch (error) {
    return { code: error instanceof UsageFailure ? 2 : 1, stderr: messageOf(error) };
  }
}

describe('vorleser convert', () => {
  /** @type {Awaited<ReturnType<typeof narrated>>} */
  let story;
  before(async () => {
    story = await narrated(STORY);
    writeFileSync(at('story.vtt'), formatWebVtt(story.recording));
  });

  test('writes Synchronized Narration and Guided Navigation, and WebVTT again', async () => {
    for (const format of ['syncnarr', 'guided']) {
      const json = at(`${format}.json`);
      const files = ['--audio', 'story.mp3', '--page', 'story.html'];
      const written = await convert(at('story.vtt'), '--out', json, '--to', format, ...files);
      assert.equal(written.code, 0, written.stderr);
      assert.match(readFileSync(json, 'utf8'), /"story\.mp3#t=1,1\.8"/);
      assert.equal((await convert(json, '--out', at('again.vtt'))).code, 0);
      assert.equal(readFileSync(at('again.vtt'), 'utf8'), formatWebVtt(story.recording));
    }
  });

  test('is a command, which writes captions', async () => {
    const args = ['lib/narrate/cli.js', 'convert', at('story.vtt'), '--to', 'captions'];
    await promisify(execFile)(process.execPath, [...args, '--out', at('shown.vtt')]);
    assert.match(readFileSync(at('shown.vtt'), 'utf8'), /00:00:01\.800\nSie schlafen\./);
  });

  test('takes the sound and the times out of an EPUB', async () => {
    const { article, cues, recording } = story;
    const audio = await tone(3);
    const text = bookText(article, cues);
    const book = await createEpub({ text, recording, audio, modified: new Date() });
    writeFileSync(at('book.epub'), Buffer.concat([...book]));
    const { code, stderr } = await convert(at('book.epub'), '--out', at('from-book.vtt'));
    assert.equal(code, 0, stderr);
    assert.deepEqual(readFileSync(at('from-book.mp3')), audio);
    const { sentences, readBy } = await parseRecording(readFileSync(at('from-book.vtt'), 'utf8'));
    assert.equal(readBy, 'eSpeak NG');
    assert.deepEqual(
      sentences.map(({ start, text }) => [start, text]),
      recording.sentences.map(({ start, text }) => [start, text]),
    );
  });

  test('says what is wrong, and leaves nothing behind', async () => {
    writeFileSync(at('empty.vtt'), 'WEBVTT\n');
    writeFileSync(at('text.txt'), 'Kein Format.');
    writeFileSync(at('zip.epub'), 'PK\x03\x04');
    const out = ['--out', at('bad.vtt')];
    for (const [code, message, ...args] of /** @type {[number, RegExp, ...string[]][]} */ ([
      [1, /no sentence/, at('empty.vtt'), ...out],
      [1, /text\.txt: Not a WebVTT file/, at('text.txt'), ...out],
      [1, /not a ZIP archive/i, at('zip.epub'), ...out],
      [1, /no such file/, at('gone.vtt'), ...out],
      [1, /--audio/, at('story.vtt'), '--to', 'guided', ...out],
      [2, /--to is one of/, at('story.vtt'), '--to', 'mp3', ...out],
      [2, /--out/, at('story.vtt')],
      [2, /which file/, ...out],
    ])) {
      const outcome = await convert(...args);
      assert.equal(outcome.code, code, outcome.stderr);
      assert.match(outcome.stderr, message);
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => /bad|tmp/.test(name)),
      [],
    );
  });
});
