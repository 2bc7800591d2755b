import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Failure } from '../failure.js';
import { SAMPLE_RATE } from '../sound/sample-rate.js';
import { id3Of } from '../tags/id3.js';
import { vorbisComments } from '../tags/vorbis-comments.js';
import { type EncodedFiles, type Encoder, MP3_BITRATE, OPUS_BITRATE } from './encoder.js';

/** What of ffmpeg's messages is shown when it fails, in characters. */
const MESSAGE = 300;

/** Whether ffmpeg is there, with both encoders. */
export async function hasFfmpeg(): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)('ffmpeg', ['-hide_banner', '-encoders']);
    return ['libopus', 'libmp3lame'].every((encoder) => stdout.includes(` ${encoder} `));
  } catch {
    return false;
  }
}

/** Codes with ffmpeg. The tags are the same as without it. */
export class FfmpegEncoder implements Encoder {
  readonly #files: EncodedFiles;
  readonly #process: ChildProcessByStdio<Writable, null, Readable>;
  readonly #ended: Promise<number | string | null>;
  #messages = '';
  #failure: Error | null = null;

  static async start(files: EncodedFiles): Promise<FfmpegEncoder> {
    await writeFile(metadataFile(files), metadataOf(files));
    return new FfmpegEncoder(files);
  }

  private constructor(files: EncodedFiles) {
    this.#files = files;
    this.#process = spawn('ffmpeg', argumentsFor(files), { stdio: ['pipe', 'ignore', 'pipe'] });
    this.#process.stderr.on('data', (data: Buffer) => {
      this.#messages = (this.#messages + String(data)).slice(-2000);
    });
    this.#process.stdin.on('error', () => undefined);
    this.#ended = new Promise((resolve) => {
      this.#process.on('error', (error) => {
        this.#failure = error;
        resolve(null);
      });
      this.#process.on('close', (code, signal) => resolve(code ?? signal));
    });
  }

  async write(samples: Int16Array<ArrayBuffer>): Promise<void> {
    const { stdin } = this.#process;
    const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
    if (stdin.destroyed) throw await this.#error();
    if (stdin.write(bytes)) return;
    const drained = new Promise((resolve) => stdin.once('drain', resolve));
    await Promise.race([drained, this.#ended]);
  }

  async finish(): Promise<void> {
    this.#process.stdin.end();
    if ((await this.#ended) !== 0) throw await this.#error();
    await rm(metadataFile(this.#files));
    await this.#prependTags();
  }

  async abort(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#ended;
  }

  /** ffmpeg would write tags of its own. */
  async #prependTags(): Promise<void> {
    const { mp3, tags } = this.#files;
    const untagged = untaggedFile(this.#files);
    const output = createWriteStream(mp3);
    output.write(id3Of(tags));
    await pipeline(createReadStream(untagged), output);
    await rm(untagged);
  }

  async #error(): Promise<Error> {
    const code = await this.#ended;
    if (/No space left on device/i.test(this.#messages))
      return Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const last = this.#messages.trim().slice(-MESSAGE);
    return this.#failure ?? new Failure(`ffmpeg failed (${code})${last && `\n${last}`}`);
  }
}

const metadataFile = ({ opus }: EncodedFiles) => `${opus}.ffmetadata`;
const untaggedFile = ({ mp3 }: EncodedFiles) => `${mp3}.untagged`;

function argumentsFor(files: EncodedFiles): string[] {
  const quiet = '-hide_banner -nostdin -loglevel error -y';
  const sound = `-f s16le -ar ${SAMPLE_RATE} -ac 1 -i pipe:0`;
  const opus = `-map 0:a -map_metadata 1 -fflags +bitexact -flags +bitexact -c:a libopus -b:a ${OPUS_BITRATE} -application audio -f ogg`;
  const mp3 = `-map 0:a -map_metadata -1 -fflags +bitexact -c:a libmp3lame -b:a ${MP3_BITRATE} -id3v2_version 0 -write_xing 1 -f mp3`;
  return [
    ...`${quiet} ${sound} -f ffmetadata -i`.split(' '),
    metadataFile(files),
    ...opus.split(' '),
    files.opus,
    ...mp3.split(' '),
    untaggedFile(files),
  ];
}

/** @see https://ffmpeg.org/ffmpeg-formats.html#Metadata-2 */
function metadataOf({ tags }: EncodedFiles): string {
  const lines = vorbisComments(tags).map(([name, value]) => `${escaped(name)}=${escaped(value)}\n`);
  return `;FFMETADATA1\n${lines.join('')}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[=;#\\\n]/g, '\\$&');
}
