/** A thread that writes an Opus or an MP3 file: answers each piece of sound when it is coded. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createMp3Encoder, OpusEncoder } from 'vorleser-narrate/encoders.js';
import { SAMPLE_RATE } from '../sound/sample-rate.js';
import { id3Of } from '../tags/id3.js';
import type { Tags } from '../tags/tags.js';
import { vorbisComments } from '../tags/vorbis-comments.js';
import { MP3_BITRATE, OPUS_BITRATE, OPUS_FRAME } from './encoder.js';
import { frameSize, infoFrame } from './mp3-header.js';
import { OggOpusWriter, positionsPer } from './ogg.js';

/** @see https://www.opus-codec.org/docs/opus_api-1.5/group__opus__encoderctls.html */
const OPUS_SET_BITRATE = 4002;
const OPUS_GET_LOOKAHEAD = 4027;

export interface EncodingJob {
  readonly format: 'opus' | 'mp3';
  /** A path. */
  readonly file: string;
  readonly tags: Tags;
}

interface Coder {
  add(samples: Int16Array): void;
  finish(): void;
}

/** @param file an open file */
function opusCoder(file: number, tags: Tags): Coder {
  const encoder = new OpusEncoder({ channels: 1, sample_rate: SAMPLE_RATE, application: 'audio' });
  encoder.ctl(OPUS_SET_BITRATE, OPUS_BITRATE);
  const lookAhead = encoder.ctl(OPUS_GET_LOOKAHEAD);
  const positions = positionsPer(SAMPLE_RATE);
  const ogg = new OggOpusWriter(file, lookAhead * positions, SAMPLE_RATE, vorbisComments(tags));
  const frame = new Int16Array(SAMPLE_RATE * OPUS_FRAME);
  let [filled, total, coded] = [0, 0, 0];
  const code = () => {
    ogg.add(encoder.encode(frame), frame.length * positions);
    coded += frame.length;
    filled = 0;
  };
  return {
    add(samples) {
      total += samples.length;
      for (let at = 0; at < samples.length;) {
        const piece = samples.subarray(at, at + frame.length - filled);
        frame.set(piece, filled);
        [at, filled] = [at + piece.length, filled + piece.length];
        if (filled === frame.length) code();
      }
    },
    finish() {
      while (coded < total + lookAhead) {
        frame.fill(0, filled);
        code();
      }
      ogg.finish(total * positions);
      encoder.drop();
    },
  };
}

/** @param file an open file */
async function mp3Coder(file: number, tags: Tags): Promise<Coder> {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate: SAMPLE_RATE, channels: 1, bitrate: (MP3_BITRATE / 1000) as 64 });
  const id3 = id3Of(tags);
  let [total, bytes] = [0, 0];
  let first: Buffer | null = null;
  const write = (coded: Uint8Array) => {
    if (coded.length === 0) return;
    if (!first) {
      first = Buffer.from(coded.subarray(0, frameSize(Buffer.from(coded))));
      writeSync(file, Buffer.concat([id3, Buffer.alloc(first.length)]));
    }
    writeSync(file, coded);
    bytes += coded.length;
  };
  return {
    add(samples) {
      total += samples.length;
      write(encoder.encode([Float32Array.from(samples, (sample) => sample / 32_768)]));
    },
    finish() {
      write(encoder.finalize());
      if (!first) return;
      const info = infoFrame(first, Math.round(bytes / first.length), bytes, total);
      writeSync(file, info, 0, info.length, id3.length);
    },
  };
}

const { format, file: name, tags } = workerData as EncodingJob;
const file = openSync(name, 'w');
const starting = format === 'opus' ? Promise.resolve(opusCoder(file, tags)) : mp3Coder(file, tags);

/** @param samples null at the end */
async function code(samples: Int16Array | null): Promise<void> {
  const coder = await starting;
  if (samples) coder.add(samples);
  else {
    coder.finish();
    closeSync(file);
  }
}

// A failure ends the thread, with its code: that the disk is full, for example.
let queue = Promise.resolve();
parentPort?.on('message', (samples: Int16Array | null) => {
  queue = queue.then(() => code(samples)).then(() => parentPort?.postMessage('done'));
});
