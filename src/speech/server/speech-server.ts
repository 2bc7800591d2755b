import { SpeechError, type Voice } from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { speakable } from '../speakable.js';
import { bestVoice } from '../voices.js';
import { Connection } from './connection.js';
import { OpenAiProtocol } from './openai-protocol.js';
import type { EncodedSpeech, Protocol, ServerVoice } from './protocol.js';
import { ReadiumProtocol } from './readium-protocol.js';
import { renderText } from './render-text.js';
import { parseServerAddress, type ServerAddress } from './server-address.js';

/** What a client of a speech server needs. */
export interface SpeechServerOptions {
  /** The address that a relative one starts from. */
  readonly page?: string;
  /** The names of the audio formats that can be used, the best first: `wav`, `mp3`, `opus`, `aac`, `flac`, … */
  readonly formats?: readonly string[];
  /** The language of voices for which neither the server nor its address names one, BCP 47. */
  readonly lang?: string;
  /** Sent with every request. A key may be among them in Node, but never in a page. */
  readonly headers?: Readonly<Record<string, string>>;
}

interface Opened {
  readonly protocol: Protocol;
  readonly voices: readonly ServerVoice[];
}

/**
 * A speech server, which speaks OpenAI's protocol or that of Readium Speech Server. It needs no page, so that Node can use it, too.
 */
export class SpeechServer {
  /** The address that requests begin with. */
  readonly base: URL;
  readonly #address: ServerAddress;
  readonly #connection: Connection;
  readonly #formats: readonly string[];
  #opening: Promise<Opened> | null = null;
  #voices: readonly ServerVoice[] = [];

  /**
   * @param address see `parseServerAddress`
   * @throws a TypeError if it is no address
   */
  constructor(
    address: string | URL,
    { page, formats = ['wav', 'mp3'], lang = 'de', headers }: SpeechServerOptions = {},
  ) {
    const parsed = parseServerAddress(address, page);
    const { base, languages } = parsed;
    this.base = base;
    this.#address = { ...parsed, languages: languages.length > 0 ? languages : [lang] };
    this.#connection = new Connection(base, headers);
    this.#formats = formats;
  }

  /** The voices, as far as they have been listed. One that has several languages is listed for each. */
  get voices(): readonly Voice[] {
    return this.#voices.flatMap((voice) =>
      voice.languages.map((lang) => ({
        voiceURI: voice.id,
        name: voice.name,
        lang,
        localService: false,
        default: voice.default,
      })),
    );
  }

  /** Whether some of the listed voices report when their words begin. */
  get timesWords(): boolean {
    return this.#voices.some(({ timesWords }) => timesWords);
  }

  /** Finds out which protocol it speaks, and lists its voices, once. Sends no text. @throws a SpeechError */
  async open(): Promise<void> {
    await this.#open();
  }

  /**
   * The id of the voice for a language, BCP 47: the wanted one, else that of the address, if they speak the language, else the best.
   *
   * @returns undefined if none speaks it
   */
  voiceFor(lang: string, wanted: string | null): string | undefined {
    const speaking = this.#voices.filter(({ languages }) =>
      languages.some((each) => primaryLanguage(each) === primaryLanguage(lang)),
    );
    const chosen =
      speaking.find(({ id }) => id === wanted) ?? speaking.find((each) => each.default);
    return chosen?.id ?? bestVoice(this.voices, lang)?.voiceURI;
  }

  /**
   * Requests the sound of a text.
   *
   * @param lang BCP 47
   * @param voice the `voiceURI` of the wanted voice; null for the best one
   * @returns files to be heard one after another: several if the text is longer than the server allows, none if there is nothing to
   *   be spoken. Positions of words are in the whole text, their times in their file
   * @throws a SpeechError, or the signal's reason
   */
  async render(
    text: string,
    lang: string,
    voice: string | null,
    signal: AbortSignal,
  ): Promise<EncodedSpeech[]> {
    const { protocol } = await this.#open();
    signal.throwIfAborted();
    const id = this.voiceFor(lang, voice);
    const spoken = this.#voices.find((each) => each.id === id);
    if (!spoken) throw new SpeechError('unavailable', `No voice of the server speaks ${lang}`);
    return renderText(protocol, { text: speakable(text), lang, voice: spoken }, signal);
  }

  #open(): Promise<Opened> {
    this.#opening ??= this.#find().catch((error: unknown) => {
      this.#opening = null;
      throw error;
    });
    return this.#opening;
  }

  async #find(): Promise<Opened> {
    const address = this.#address;
    const found = address.isOpenAi
      ? null
      : await ReadiumProtocol.find(this.#connection, address, this.#formats);
    const protocol = found ?? new OpenAiProtocol(this.#connection, address, this.#formats);
    const voices = await protocol.voices();
    if (voices.length === 0)
      throw new SpeechError('unavailable', 'The speech server lists no voices');
    this.#voices = voices;
    return { protocol, voices };
  }
}
