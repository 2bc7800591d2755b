import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const SAMPLE_RATE = 22_050;
const FRAME = 220;
const LOUD = 200;

/**
 * Records what the machine's sound server plays, inside `with-speech`.
 *
 * @returns {Promise<{ stop(): Promise<Recording> }>}
 */
export async function record() {
  const format = [
    '--format=s16le',
    '--channels=1',
    `--rate=${SAMPLE_RATE}`,
    '--raw',
    '--latency-msec=10',
  ];
  const parec = spawn('parec', ['-d', 'null.monitor', ...format], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  /** @type {Buffer[]} */
  const pieces = [];
  let bytes = 0;
  /** The earliest time at which the recording can have begun, by each piece that arrived: pieces arrive late, never early. */
  let began = Infinity;
  parec.stdout.on('data', (/** @type {Buffer} */ piece) => {
    pieces.push(piece);
    bytes += piece.length;
    began = Math.min(began, Date.now() - (bytes / 2 / SAMPLE_RATE) * 1000);
  });
  await new Promise((resolve) => parec.stdout.once('data', resolve));
  const closed = new Promise((resolve) => parec.once('close', resolve));
  // A test that fails before it stops the recording must not keep its process running.
  parec.unref();
  /** @type {import('node:net').Socket} */ (parec.stdout).unref();
  return {
    async stop() {
      parec.ref();
      if (parec.exitCode === null && !parec.killed)
        await new Promise((resolve) => setTimeout(resolve, 300));
      parec.kill();
      await closed;
      return new Recording(Buffer.concat(pieces), began);
    },
  };
}

/** The recorded sound, and when it was heard. All times are times of day in milliseconds. */
export class Recording {
  /** @type {Int16Array} */
  samples;

  constructor(/** @type {Buffer} */ bytes, /** @type {number} */ began) {
    this.samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
    this.began = began;
  }

  /** The times of the 10 ms intervals that were not silent. */
  loudTimes() {
    const times = [];
    for (let start = 0; start + FRAME <= this.samples.length; start += FRAME) {
      const frame = this.samples.subarray(start, start + FRAME);
      if (frame.some((sample) => Math.abs(sample) > LOUD))
        times.push(this.began + (start / SAMPLE_RATE) * 1000);
    }
    return times;
  }

  /** Saves the recording as a WAV file, to listen to. */
  save(/** @type {string} */ file) {
    const header = Buffer.alloc(44);
    header.write('RIFF', 0);
    header.writeUInt32LE(36 + this.samples.byteLength, 4);
    header.write('WAVEfmt ', 8);
    header.writeUInt32LE(16, 16);
    header.writeUInt16LE(1, 20);
    header.writeUInt16LE(1, 22);
    header.writeUInt32LE(SAMPLE_RATE, 24);
    header.writeUInt32LE(SAMPLE_RATE * 2, 28);
    header.writeUInt16LE(2, 32);
    header.writeUInt16LE(16, 34);
    header.write('data', 36);
    header.writeUInt32LE(this.samples.byteLength, 40);
    const { buffer, byteOffset, byteLength } = this.samples;
    writeFileSync(file, Buffer.concat([header, Buffer.from(buffer, byteOffset, byteLength)]));
  }
}
