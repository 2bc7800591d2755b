/** Loudness, peaks and sample rates, with sounds whose values are known. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, test } from 'node:test';

// Built, so that its types are missing in a fresh clone.
const load = (/** @type {string} */ name) => import(path.resolve('lib/narrate', name));
const { LoudnessMeter } = await load('sound/loudness.js');
const { amplify, truePeak } = await load('sound/limiter.js');
const { resample } = await load('sound/resample.js');
const { trimmed } = await load('sound/trim.js');
const { parseWav } = await load('voices/wav.js');

const RATE = 24_000;

/** A tone. @param {number} frequency in Hz @param {number} level of full scale, 0 to 1 */
const tone = (frequency, level, seconds = 1, rate = RATE, phase = 0) =>
  Int16Array.from({ length: seconds * rate }, (_, i) =>
    Math.round(level * 32_767 * Math.sin((2 * Math.PI * frequency * i) / rate + phase)),
  );

const loudnessOf = (/** @type {Int16Array[]} */ ...pieces) => {
  const meter = new LoudnessMeter(RATE);
  for (const piece of pieces) meter.add(piece);
  return meter.integrated;
};

describe('loudness', () => {
  // EBU Tech 3341: a stereo tone of -23 dBFS has -23 LUFS; on one channel it has 3 LU less.
  test('is that of the standard, for one channel', () => {
    assert.ok(Math.abs(loudnessOf(tone(1000, 10 ** (-20 / 20), 5)) + 23.0) < 0.1);
  });
  test('does not count silence', () => {
    const sound = tone(1000, 0.1, 5);
    const difference = loudnessOf(sound) - loudnessOf(sound, new Int16Array(20 * RATE), sound);
    assert.ok(Math.abs(difference) < 0.2, `${difference}`);
  });
  test('counts high sounds more than low ones', () => {
    assert.ok(loudnessOf(tone(4000, 0.1, 2)) - loudnessOf(tone(50, 0.1, 2)) > 4);
  });
  test('of silence is none', () => assert.equal(loudnessOf(new Int16Array(RATE)), -Infinity));
});

describe('peaks', () => {
  test('are found between samples', () => {
    // Its samples are at 45 degrees, where the tone itself is 3 dB higher.
    const between = tone(RATE / 4, 0.5, 1, RATE, Math.PI / 4);
    assert.ok(Math.abs(truePeak(between) - 0.5) < 0.01, `${truePeak(between)}`);
  });
  test('are turned down to the ceiling, and nothing else is', () => {
    const quiet = tone(440, 0.1);
    const loud = tone(440, 0.9, 0.2);
    const sound = Int16Array.from([...quiet, ...loud, ...quiet]);
    const result = amplify(sound, 2, 0.7);
    assert.ok(truePeak(result) < 0.71, `${truePeak(result)}`);
    assert.deepEqual(
      result.slice(0, 20_000),
      quiet.slice(0, 20_000).map((sample) => sample * 2),
    );
    assert.ok(truePeak(result.subarray(-10_000)) > 0.19);
  });
});

describe('sample rates', () => {
  for (const rate of [16_000, 22_050, 44_100, 48_000])
    test(`${rate} becomes ${RATE}: the same tone, as long`, () => {
      const result = resample(tone(440, 0.5, 1, rate), rate, RATE);
      const expected = tone(440, 0.5);
      assert.equal(result.length, RATE);
      for (let i = 100; i < RATE - 100; i++)
        assert.ok(Math.abs((result[i] ?? 0) - (expected[i] ?? 0)) < 40, `${i}`);
    });
  test('what is too high for the new rate is gone', () => {
    assert.ok(
      truePeak(resample(tone(15_000, 0.5, 1, 48_000), 48_000, RATE).slice(100, -100)) < 0.001,
    );
  });
});

test('silence around the speech is cut off, and the times of words move with it', () => {
  const silence = new Int16Array(RATE / 2);
  const samples = Int16Array.from([...silence, ...tone(440, 0.5, 1, RATE, 1), ...silence]);
  const words = [{ start: 0, end: 3, time: 0.5 }];
  const { samples: kept, words: moved } = trimmed({ samples, sampleRate: RATE, words });
  assert.ok(Math.abs(kept.length / RATE - 1.03) < 0.002);
  assert.ok(Math.abs(moved[0].time - 0.015) < 0.002);
  assert.equal(trimmed({ samples: silence, sampleRate: RATE, words }), null);
});

describe('WAV files', () => {
  const file = (
    /** @type {number} */ kind,
    /** @type {number} */ channels,
    /** @type {number} */ bits,
    /** @type {Buffer} */ data,
  ) => {
    const head = Buffer.alloc(44);
    head.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
    head.writeUInt32LE(16, 16);
    head.writeUInt16LE(kind, 20);
    head.writeUInt16LE(channels, 22);
    head.writeUInt32LE(8000, 24);
    head.writeUInt16LE(bits, 34);
    head.write('data', 36);
    head.writeUInt32LE(data.length, 40);
    return Buffer.concat([head, data]);
  };
  test('of 16 bits, 8 bits and floats, and of two channels, are read', () => {
    const values = [
      file(1, 1, 16, Buffer.from(Int16Array.of(0, 16_384, -16_384).buffer)),
      file(1, 1, 8, Buffer.of(128, 192, 64)),
      file(3, 1, 32, Buffer.from(Float32Array.of(0, 0.5, -0.5).buffer)),
      file(1, 2, 16, Buffer.from(Int16Array.of(0, 0, 32_767, 1, -32_768, 0).buffer)),
    ].map((wav) => [...parseWav(wav).samples]);
    for (const value of values) assert.deepEqual(value, [0, 16_384, -16_384]);
  });
  test('of other kinds are refused', () => {
    assert.throws(() => parseWav(file(6, 1, 8, Buffer.alloc(4))), /unknown format/);
    assert.throws(() => parseWav(Buffer.from('ID3')), /did not send a WAV file/);
  });
});
