import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Utterance } from '../speech/engine.js';
import type { Rendering } from '../speech/sound/rendering.js';
import type { TimedWord } from '../speech/sound/sound.js';

/** Part of each key: to be raised when the same voice and text would be rendered differently, as by another way of trimming. */
const VERSION = 1;

/** The key of an utterance: a hash of all that its sound depends on. What the rules make of the text is part of the utterance. */
export function keyOf(voiceId: string, { text, lang, runs }: Utterance): string {
  return hashOf([VERSION, voiceId, lang, text, runs ?? null]);
}

/** A hash of any JSON value. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** What a file begins with, in one line of JSON. */
interface Header {
  readonly sampleRate: number;
  readonly samples: number;
  readonly words: readonly TimedWord[];
}

/**
 * A folder with the renderings of utterances, each in a file that is named after its key, so that any number of processes and machines may share
 * it. A file is complete or not there. It may be removed at any time; then its utterance is rendered again.
 */
export class RenderingStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The rendering with a key; null if it is not there, or damaged. */
  async get(key: string): Promise<Rendering | null> {
    const file = await readFile(this.#pathOf(key)).catch(() => null);
    const end = file?.indexOf(0x0a) ?? -1;
    if (!file || end < 0) return null;
    try {
      const { sampleRate, samples, words } = JSON.parse(file.toString('utf8', 0, end)) as Header;
      const bytes = file.subarray(end + 1);
      if (bytes.length !== 2 * samples) return null;
      return { samples: new Int16Array(new Uint8Array(bytes).buffer), sampleRate, words };
    } catch {
      return null;
    }
  }

  /** Adds a rendering. @throws the error of the file system */
  async put(key: string, { samples, sampleRate, words }: Rendering): Promise<void> {
    const file = this.#pathOf(key);
    const temporary = `${file}.${randomUUID()}.tmp`;
    const header: Header = { sampleRate, samples: samples.length, words };
    await mkdir(path.dirname(file), { recursive: true });
    try {
      const bytes = Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength);
      await writeFile(temporary, [`${JSON.stringify(header)}\n`, bytes]);
      await rename(temporary, file);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  #pathOf(key: string): string {
    return path.join(this.#folder, key.slice(0, 2), `${key.slice(2)}.pcm`);
  }
}
