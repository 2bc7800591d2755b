import type { EspeakModule, EspeakWorker } from '@echogarden/espeak-ng-emscripten';
import type { LanguageRun } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';
import type { TimedWord } from '../sound/sound.js';
import { primaryLanguage } from '../language-tag.js';
import { segmentWords } from '../segment-words.js';

/** A file of a voice: its path below eSpeak NG's data folder, and its size in bytes. */
export type VoiceFile = readonly [path: string, size: number];

const DATA_FOLDER = '/usr/share/espeak-ng-data';

/** eSpeak NG itself: turns text into samples, with the time of every word. Runs in a worker and in Node. */
export class Synthesizer {
  readonly #module: EspeakModule;
  readonly #espeak: EspeakWorker;
  /** What it speaks besides German, as primary languages. */
  readonly #addedLanguages = new Set<string>();

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
    write(module, files, data);
    return new Synthesizer(module);
  }

  private constructor(module: EspeakModule) {
    this.#module = module;
    this.#espeak = new module.eSpeakNGWorker();
    this.#espeak.set_voice('de', 'de');
  }

  /**
   * Lets it speak runs of another language.
   *
   * @param lang primary language, such as `en`
   * @param files what `data` holds, in order, besides what German needs as well
   */
  addLanguage(lang: string, files: readonly VoiceFile[], data: Uint8Array): void {
    write(this.#module, files, data);
    this.#addedLanguages.add(lang);
  }

  /** @param runs the same text by its languages; those that it has not learnt are spoken as German */
  render(text: string, runs: readonly LanguageRun[] = [{ text, lang: 'de' }]): Rendering {
    const { markup, sources } = this.#markupOf(runs);
    const pieces: Int16Array[] = [];
    const words: TimedWord[] = [];
    const written = segmentWords(text);
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

  /**
   * The text as eSpeak NG must be given it, which reads `<`, `>` and `&` as SSML and `[[…]]` as phonemes, and for each code
   * point of it (which is how eSpeak NG counts) the offset in the text that it came from, in UTF-16 code units.
   */
  #markupOf(runs: readonly LanguageRun[]): { markup: string; sources: number[] } {
    let markup = '';
    const sources: number[] = [];
    let offset = 0;
    const add = (piece: string) => {
      markup += piece;
      for (let left = Array.from(piece).length; left > 0; left--) sources.push(offset);
    };
    for (const { text, lang } of runs) {
      const other = this.#addedLanguages.has(primaryLanguage(lang));
      if (other) add(`<voice xml:lang="${primaryLanguage(lang)}">`);
      for (const character of text.toWellFormed()) {
        add(ESCAPES[character] ?? character);
        offset += character.length;
      }
      if (other) add('</voice>');
    }
    return { markup, sources };
  }
}

function write(module: EspeakModule, files: readonly VoiceFile[], data: Uint8Array): void {
  let start = 0;
  for (const [path, size] of files) {
    module.FS.writeFile(`${DATA_FOLDER}/${path}`, data.subarray(start, start + size));
    start += size;
  }
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
