/** The recording of an article: what is in its files, measured on the decoded sound. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  audibleSpan,
  decode,
  eventsOf,
  loudnessOf,
  onsetsAfterPauses,
  tagsOf,
  temporaryFolder,
  vorleser,
} from './command.mjs';

// Built, so that its types are missing in a fresh clone.
/** @type {(text: string) => import('../../src/recording/recording.js').Recording} */
const parseWebVtt = (await import(path.resolve('lib/recording/webvtt.js'))).parseWebVtt;
const { textHash } = await import(path.resolve('lib/narration/text-hash.js'));

/** How far the sound of a sentence may be outside of its cue, in seconds. Opus may ring longer after it. */
const TOLERANCE = 0.02;
const RINGING = 0.15;

/** How far a word may be from its time, in seconds. */
const WORD_TOLERANCE = 0.05;

/** A picture of one pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const LONG = `Und so ging es weiter${', am Montag und am Dienstag und am Mittwoch'.repeat(26)}.`;

const ARTICLE = `---
title: Mauersegler schlafen im Flug
lang: de
date: 2026-11-28
source: Die Zeitung
licence: https://creativecommons.org/licenses/by/4.0/
cover: cover.png
---

Am 21. Mai 2024 kamen sie zurück. Es waren 1.200 Vögel, z. B. aus Afrika.

## Die Nacht

Sie steigen auf 3 km Höhe. Dort schlafen sie.

${LONG}
`;

const { folder, remove } = temporaryFolder();
const file = path.join(folder, 'segler.md');
after(remove);
before(() => {
  writeFileSync(file, ARTICLE);
  writeFileSync(path.join(folder, 'cover.png'), Buffer.from(PNG, 'base64'));
});

const cache = path.join(folder, 'cache');
const read = (/** @type {string} */ out) =>
  parseWebVtt(readFileSync(path.join(out, 'segler.vtt'), 'utf8'));

for (const encoder of ['ffmpeg', 'package'])
  describe(`with ${encoder}`, () => {
    const out = path.join(folder, encoder);
    /** @type {Record<'opus' | 'mp3', Float32Array>} */
    let sounds;
    /** @type {ReturnType<typeof read>} */
    let recording;
    before(async () => {
      const run = await vorleser([
        'narrate',
        file,
        '--out',
        out,
        '--cache',
        cache,
        '--encoder',
        encoder,
        '--json',
      ]);
      assert.equal(run.code, 0, run.messages);
      recording = read(out);
      sounds = {
        opus: decode(path.join(out, 'segler.opus')),
        mp3: decode(path.join(out, 'segler.mp3')),
      };
    });

    for (const format of /** @type {const} */ (['opus', 'mp3'])) {
      test(`${format}: the sound of each sentence lies within its cue`, () => {
        const { sentences } = recording;
        const ringing = format === 'opus' ? RINGING : TOLERANCE;
        sentences.forEach(({ start, end, text }, i) => {
          const previous = sentences[i - 1]?.end ?? -1;
          const next = sentences[i + 1]?.start ?? Infinity;
          const between = [Math.max(0, previous + ringing), next - TOLERANCE];
          const span = audibleSpan(sounds[format], between[0], between[1]);
          assert.ok(span, text);
          assert.ok(span.start >= start - TOLERANCE, `${text}: ${span.start} before ${start}`);
          assert.ok(span.end <= end + ringing, `${text}: ${span.end} after ${end}`);
          // Nor is a cue much longer than its sound.
          assert.ok(span.start <= start + 0.05 && span.end >= end - 0.05, text);
        });
      });

      test(`${format}: words after a pause are where they are heard`, () => {
        let heard = 0;
        for (const { start, end, text, words = [] } of recording.sentences)
          for (const onset of onsetsAfterPauses(
            sounds[format],
            start + TOLERANCE,
            end - TOLERANCE,
          )) {
            const distances = words.map(([, , time]) => Math.abs(time - onset));
            assert.ok(Math.min(...distances) < WORD_TOLERANCE, `${text}: ${onset}`);
            heard++;
          }
        assert.ok(heard > 20, `${heard} pauses`);
      });

      test(`${format}: is as long as its cues`, () => {
        const seconds = sounds[format].length / 48_000;
        assert.ok(Math.abs(seconds - (recording.sentences.at(-1)?.end ?? 0)) < 0.02, `${seconds}`);
      });

      test(`${format}: is as loud as podcasts, without peaks`, () => {
        const { integrated, peak } = loudnessOf(path.join(out, `segler.${format}`));
        assert.ok(Math.abs(integrated + 16) <= 0.5, `${integrated} LUFS`);
        assert.ok(peak < -1, `${peak} dB`);
      });

      test(`${format}: has title, language, licence, cover and chapters`, () => {
        const { tags, chapters, pictures } = tagsOf(path.join(out, `segler.${format}`));
        assert.equal(tags.title, 'Mauersegler schlafen im Flug');
        assert.equal(tags.language, format === 'mp3' ? 'deu' : 'de');
        assert.equal(tags.artist, 'Die Zeitung');
        if (format === 'opus')
          assert.equal(tags.license, 'https://creativecommons.org/licenses/by/4.0/');
        else assert.ok(readFileSync(path.join(out, 'segler.mp3')).includes('WCOP'));
        assert.equal(pictures, 1);
        const { sentences } = recording;
        assert.deepEqual(
          chapters.map((/** @type {any} */ { title }) => title),
          ['Mauersegler schlafen im Flug', 'Die Nacht'],
        );
        assert.ok(Math.abs(chapters[1].start - (sentences[3]?.start ?? 0)) < 0.002);
      });
    }

    test('Opus and MP3 agree', () => {
      const { sentences } = recording;
      const { start } = sentences[1] ?? { start: 0 };
      const [opus, mp3] = [sounds.opus, sounds.mp3].map((sound) =>
        audibleSpan(sound, start - 0.3, start + 0.5),
      );
      assert.ok(Math.abs((opus?.start ?? 0) - (mp3?.start ?? 1)) < 0.03);
      assert.ok(Math.abs(sounds.opus.length - sounds.mp3.length) < 0.03 * 48_000);
    });
  });

describe('the cues', () => {
  test('have the sentences as they are written, with their hashes', () => {
    const { sentences, ...details } = read(path.join(folder, 'package'));
    assert.deepEqual(details, {
      title: 'Mauersegler schlafen im Flug',
      lang: 'de',
      reader: 'computer',
      readBy: 'eSpeak NG',
    });
    assert.deepEqual(
      sentences.map(({ text }) => text),
      [
        'Mauersegler schlafen im Flug',
        'Am 21. Mai 2024 kamen sie zurück.',
        'Es waren 1.200 Vögel, z. B. aus Afrika.',
        'Die Nacht',
        'Sie steigen auf 3 km Höhe.',
        'Dort schlafen sie.',
        LONG,
      ],
    );
    for (const { hash, text } of sentences) assert.equal(hash, textHash(text ?? '').toString(36));
  });

  test('have words of the written text, though others are spoken', () => {
    const { sentences } = read(path.join(folder, 'package'));
    const wordsOf = (/** @type {number} */ i) =>
      sentences[i]?.words?.map(([start, end]) => sentences[i]?.text?.slice(start, end));
    assert.deepEqual(wordsOf(1), ['Am', '21.', 'Mai', '2024', 'kamen', 'sie', 'zurück']);
    assert.deepEqual(wordsOf(2), ['Es', 'waren', '1.200', 'Vögel', 'z. B.', 'aus', 'Afrika']);
  });

  test('have words in order, within the sentence', () => {
    for (const { start, end, words = [], text } of read(path.join(folder, 'package')).sentences) {
      const times = words.map(([, , time]) => time);
      assert.ok(times.length > 0, text);
      assert.deepEqual(
        times,
        [...times].sort((a, b) => a - b),
      );
      assert.ok(times.every((time) => time >= start - 0.001 && time < end));
    }
  });

  test('a long sentence that is spoken in parts is one cue', () => {
    const long = read(path.join(folder, 'package')).sentences.at(-1);
    assert.equal(long?.text, LONG);
    assert.ok((long.end ?? 0) - long.start > 30);
    assert.ok((long.words?.length ?? 0) > 150, `${long.words?.length}`);
  });

  test('the structured data describes the files', () => {
    const data = JSON.parse(readFileSync(path.join(folder, 'package/segler.jsonld'), 'utf8'));
    assert.equal(data['@type'], 'AudioObject');
    assert.equal(data.contentUrl, 'segler.mp3');
    assert.equal(data.encoding.contentUrl, 'segler.opus');
    assert.equal(data.license, 'https://creativecommons.org/licenses/by/4.0/');
    assert.match(data.duration, /^PT[\d.]+S$/);
  });
});

describe('again', () => {
  const out = path.join(folder, 'again');
  const narrate = async (/** @type {string[]} */ ...more) => {
    const args = ['narrate', file, '--out', out, '--cache', cache, '--json', ...more];
    const run = await vorleser(args);
    return { code: run.code, event: eventsOf(run).findLast(({ event }) => event !== 'progress') };
  };

  test('what another run has rendered is used, and nothing is done twice', async () => {
    const first = await narrate();
    assert.deepEqual([first.event?.event, first.event?.rendered], ['recorded', 0]);
    const second = await narrate();
    assert.deepEqual([second.code, second.event?.event], [0, 'unchanged']);
    assert.deepEqual(await narrate('--check').then(({ code, event }) => [code, event?.event]), [
      0,
      'current',
    ]);
  });

  test('a changed sentence is the only one that is rendered', async () => {
    writeFileSync(file, ARTICLE.replace('Dort schlafen sie.', 'Dort ruhen sie.'));
    const checked = await narrate('--check');
    assert.deepEqual([checked.code, checked.event?.event, checked.event?.changed], [3, 'stale', 1]);
    const { event } = await narrate();
    assert.deepEqual([event?.event, event?.rendered, event?.sentences], ['recorded', 1, 7]);
    assert.equal(read(out).sentences[5]?.text, 'Dort ruhen sie.');
  });

  test('a dry run reports what it would take, and writes nothing', async () => {
    writeFileSync(file, `${ARTICLE}\nEin ganz neuer Satz.\n`);
    const { event } = await narrate('--dry-run');
    assert.equal(event?.event, 'plan');
    assert.equal(event?.sentences, 8);
    assert.equal(event?.characters, 'Ein ganz neuer Satz.'.length);
    assert.ok(event?.minutes > 1 && event.minutes < 3, `${event.minutes}`);
    assert.equal(event?.azureDollars, (20 * 16) / 1e6);
    assert.equal(read(out).sentences.length, 7);
  });
});

test('a program can do the same', async () => {
  const { narrate, parseOptions, JsonReporter } = await import('vorleser/narrate');
  const options = parseOptions([file, '--out', path.join(folder, 'program'), '--cache', cache]);
  assert.ok(options);
  let log = '';
  const reporter = new JsonReporter({ write: (line) => (log += line) });
  assert.equal(await narrate(options, reporter, AbortSignal.timeout(60_000)), 0);
  assert.match(log, /"event":"recorded"/);
  assert.equal(read(path.join(folder, 'program')).sentences.length, 8);
});
