import { SpeechError } from '../engine.js';
import type { TimedWord } from '../sound/sound.js';
import { typeOf } from './audio-formats.js';
import { type Connection, firstText, objectOf, textsOf } from './connection.js';
import type { EncodedSpeech, Protocol, ServerVoice, SpeechRequest } from './protocol.js';
import type { ServerAddress } from './server-address.js';

/** The limit of a server that does not give its own, in characters. */
const MAX_TEXT_LENGTH = 2000;

/** Where MP3 begins with silence of unknown length, these begin where the server's times begin. */
const EXACT_FORMATS = ['opus', 'wav', 'flac'];

/** A surrogate pair: one character in some languages, two in others. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/**
 * The protocol of Readium Speech Server. Some of its voices report word times.
 *
 * @see https://github.com/readium/speech-server/blob/main/docs/API.md
 * @see https://github.com/readium/speech/blob/main/docs/SpeechServerEngine.md
 */
export class ReadiumProtocol implements Protocol {
  readonly maxTextLength: number;
  readonly #connection: Connection;
  readonly #address: ServerAddress;
  /** Those that the server has and that can be played; undefined for the server's own choice. */
  readonly #formats: readonly string[];

  /** The protocol, if a server speaks it. @throws a SpeechError if the server cannot be reached, or cannot answer now */
  static async find(
    connection: Connection,
    address: ServerAddress,
    playable: readonly string[],
  ): Promise<ReadiumProtocol | null> {
    const { output, limits } = objectOf(await connection.get('service'));
    const { formats } = objectOf(output);
    if (!Array.isArray(formats)) return null;
    const { maxTextLength } = objectOf(limits);
    return new ReadiumProtocol(
      connection,
      address,
      playable.filter((format) => formats.includes(format)),
      Number(maxTextLength) >= 1 ? Math.floor(Number(maxTextLength)) : MAX_TEXT_LENGTH,
    );
  }

  private constructor(
    connection: Connection,
    address: ServerAddress,
    formats: readonly string[],
    maxTextLength: number,
  ) {
    this.#connection = connection;
    this.#address = address;
    this.#formats = formats;
    this.maxTextLength = maxTextLength;
  }

  async voices(): Promise<readonly ServerVoice[]> {
    const listed = await this.#connection.get('voices');
    return Array.isArray(listed)
      ? listed.map((entry) => this.#voiceOf(entry)).filter((voice) => voice !== null)
      : [];
  }

  async render({ text, lang, voice }: SpeechRequest, signal: AbortSignal): Promise<EncodedSpeech> {
    const boundary = voice.timesWords;
    const exact = this.#formats.find((format) => EXACT_FORMATS.includes(format));
    const format = (boundary && exact) || this.#formats[0];
    if (!format) throw new SpeechError('failed', 'No format of the speech server can be played');
    const body = { text, language: lang, voice: voice.id, boundary, output: { format } };
    const response = await this.#connection.post('synthesize', body, signal);
    if (!response.ok) throw this.#connection.errorOf(response);
    const type = response.headers.get('Content-Type') ?? typeOf(format);
    if (!type.includes('json')) return { audio: await response.arrayBuffer(), type, words: [] };
    const answer = objectOf(await response.json().catch(() => null));
    return {
      audio: bytesOf(answer.audio),
      type: typeOf(firstText(answer.format) ?? format),
      words: exact === format ? wordsOf(text, answer.boundaries) : [],
    };
  }

  #voiceOf(entry: unknown): ServerVoice | null {
    const { identifier, originalName, name, language, otherLanguages, controls } = objectOf(entry);
    const id = firstText(identifier, originalName);
    if (!id) return null;
    const languages = [...textsOf(language), ...textsOf(otherLanguages)];
    return {
      id,
      name: firstText(name, originalName, id) ?? id,
      languages: languages.length > 0 ? languages : this.#address.languages,
      timesWords: objectOf(controls).boundary === true,
      default: id === this.#address.voice,
    };
  }
}

/** @throws a SpeechError if it is not Base64 */
function bytesOf(base64: unknown): ArrayBuffer {
  try {
    return Uint8Array.from(atob(firstText(base64) ?? ''), (byte) => byte.charCodeAt(0)).buffer;
  } catch (cause) {
    throw new SpeechError('failed', 'The speech server did not send Base64', { cause });
  }
}

/**
 * The words that a server reports, as far as they are plausible. Servers count characters in different units: where that makes a
 * difference, their positions are not used.
 */
function wordsOf(text: string, boundaries: unknown): TimedWord[] {
  const words: TimedWord[] = [];
  if (PAIR.test(text)) return words;
  for (const boundary of Array.isArray(boundaries) ? boundaries : []) {
    const { name, charIndex: start, charLength, elapsedTime: time } = objectOf(boundary);
    if (name !== 'word' || !isCount(start) || !isCount(charLength) || !Number.isFinite(time))
      continue;
    const end = start + charLength;
    const before = words.at(-1) ?? { end: 0, time: 0 };
    if (charLength > 0 && start >= before.end && end <= text.length && Number(time) >= before.time)
      words.push({ start, end, time: Number(time) });
  }
  return words;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
