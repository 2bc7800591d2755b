import type { LanguageRun } from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { segmentWords } from '../segment-words.js';
import { speakable } from '../speakable.js';
import type { Rendering } from '../sound/rendering.js';
import type { TimedWord } from '../sound/sound.js';
import type { CreateEspeak, EspeakModule, EspeakWorker } from './espeak-module.js';

/** A file of a voice: its path within eSpeak NG's data folder, and its size in bytes. */
export type VoiceFile = readonly [path: string, size: number];

const DATA_FOLDER = '/usr/share/espeak-ng-data';

/** Wraps eSpeak NG: turns text into samples and word times. Runs in a worker and in Node. */
export class Synthesizer {
  readonly #module: EspeakModule;
  #espeak: EspeakWorker;
  /** The primary languages that it speaks besides German. */
  readonly #addedLanguages = new Set<string>();

  /**
   * @param files the files in `data`, in order
   */
  static async create(
    createModule: CreateEspeak,
    files: readonly VoiceFile[],
    data: Uint8Array,
  ): Promise<Synthesizer> {
    // An empty package instead of the 24 MB with all languages. The files of one voice are written below.
    const module = await createModule({
      getPreloadedPackage: () => new ArrayBuffer(0),
      // It prints an error because its default voice, which is English, is missing.
      printErr: () => undefined,
    });
    write(module, files, data);
    return new Synthesizer(module);
  }

  private constructor(module: EspeakModule) {
    this.#module = module;
    this.#espeak = germanWorker(module);
  }

  /**
   * Adds a language, so that runs in it are no longer spoken as German.
   *
   * @param lang a primary language, such as `en`
   * @param files the files in `data`, in order, without those that German already has
   */
  addLanguage(lang: string, files: readonly VoiceFile[], data: Uint8Array): void {
    write(this.#module, files, data);
    // It looks for languages only when it is made. One that it does not know is silent.
    this.#espeak = germanWorker(this.#module);
    this.#addedLanguages.add(lang);
  }

  /** @param runs the same text split by language; languages that were not added are spoken as German */
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
        // A written word may have several events, as "12.30" and "Jong-un" do. The first one gives its start time.
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
   * Escapes the text for eSpeak NG, which parses `<`, `>` and `&` as SSML and `[[…]]` as phonemes. `sources` gives, for each
   * code point of the markup (eSpeak NG's unit), the offset in the text that it comes from, in UTF-16 code units.
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
      const isAdded = this.#addedLanguages.has(primaryLanguage(lang));
      if (isAdded) add(`<voice xml:lang="${primaryLanguage(lang)}">`);
      for (const character of speakable(text)) {
        add(ESCAPES[character] ?? character);
        offset += character.length;
      }
      if (isAdded) add('</voice>');
    }
    return { markup, sources };
  }
}

function germanWorker(module: EspeakModule): EspeakWorker {
  const worker = new module.eSpeakNGWorker();
  worker.set_voice('de', 'de');
  return worker;
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
