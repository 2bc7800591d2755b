import type { EspeakModule, EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import { type TimedWord, wordsOf } from '../words.js';

/** What an utterance sounds like. */
export interface Rendering {
  /** Mono, 16 bit. */
  readonly samples: Int16Array<ArrayBuffer>;
  /** Samples a second. */
  readonly sampleRate: number;
  readonly words: readonly TimedWord[];
}

/** A file of a voice: its path below eSpeak NG's data folder, and its size in bytes. */
export type VoiceFile = readonly [path: string, size: number];

const DATA_FOLDER = '/usr/share/espeak-ng-data';

/** eSpeak NG itself: turns text into samples, with the time of every word. Runs in a worker and in Node. */
export class Synthesizer {
  readonly #espeak: EspeakWorker;

  /**
   * @param createModule the default export of `@echogarden/espeak-ng-emscripten`
   * @param files what `data` holds, in order
   */
  static async create(
    createModule: (options: object) => Promise<EspeakModule>,
    files: readonly VoiceFile[],
    data: Uint8Array,
  ): Promise<Synthesizer> {
    // An empty package instead of the 24 MB with all languages; the files of one voice are put in its place below.
    const module = await createModule({
      getPreloadedPackage: () => new ArrayBuffer(0),
      // It first looks for its default voice, which is English, and complains that it is not there.
      printErr: () => undefined,
    });
    let start = 0;
    for (const [path, size] of files) {
      module.FS.writeFile(`${DATA_FOLDER}/${path}`, data.subarray(start, start + size));
      start += size;
    }
    return new Synthesizer(new module.eSpeakNGWorker());
  }

  private constructor(espeak: EspeakWorker) {
    this.#espeak = espeak;
    this.#espeak.set_voice('de', 'de');
  }

  render(text: string): Rendering {
    const { markup, sources } = escapeMarkup(text);
    const pieces: Int16Array[] = [];
    const words: TimedWord[] = [];
    const written = wordsOf(text);
    this.#espeak.synthesize(markup, (samples, events) => {
      if (samples.length > 0) pieces.push(samples);
      for (const event of events) {
        if (event.type !== 'word') continue;
        const position = sources[event.text_position - 1] ?? text.length;
        // Several sounds may belong to one written word: "12.30", "Jong-un". The first one tells when it begins.
        const word = written.find(({ end }) => position < end);
        if (word && word.start >= (words.at(-1)?.end ?? 0)) {
          words.push({ ...word, time: event.audio_position / 1000 });
        }
      }
      return false;
    });
    return { samples: join(pieces), sampleRate: this.#espeak.get_samplerate(), words };
  }
}

/**
 * The text as eSpeak NG must be given it, which reads `<`, `>` and `&` as SSML and `[[…]]` as phonemes, and for each code
 * point of it (which is how eSpeak NG counts) the offset in the text that it came from, in UTF-16 code units.
 */
function escapeMarkup(text: string): { markup: string; sources: number[] } {
  let markup = '';
  const sources: number[] = [];
  let offset = 0;
  for (const character of text.toWellFormed()) {
    const escaped = ESCAPES[character] ?? character;
    markup += escaped;
    for (let left = Array.from(escaped).length; left > 0; left--) sources.push(offset);
    offset += character.length;
  }
  return { markup, sources };
}

const ESCAPES: Record<string, string> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '[': '(',
  ']': ')',
};

function join(pieces: readonly Int16Array[]): Int16Array<ArrayBuffer> {
  const samples = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let length = 0;
  for (const piece of pieces) {
    samples.set(piece, length);
    length += piece.length;
  }
  return samples;
}
