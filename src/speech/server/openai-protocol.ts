import { SpeechError } from '../engine.js';
import { typeOf } from './audio-formats.js';
import { type Connection, firstText, objectOf, textsOf } from './connection.js';
import type { EncodedSpeech, Protocol, ServerVoice, SpeechRequest } from './protocol.js';
import type { ServerAddress } from './server-address.js';
import { languageOfId, nameOfId } from './voice-ids.js';

/** The model and the voice that OpenAI's own service has, for which other servers have theirs. */
const MODEL = 'tts-1';
const VOICE = 'alloy';

/** Statuses with which servers refuse a format that they do not have. */
const REFUSALS = new Set([400, 415, 422]);

/**
 * The protocol of OpenAI's speech service, which Kokoro-FastAPI, openedai-speech (Piper), Speaches and others speak. It reports no
 * word times.
 *
 * @see https://platform.openai.com/docs/api-reference/audio/createSpeech
 * @see https://github.com/remsky/Kokoro-FastAPI
 * @see https://speaches.ai/usage/text-to-speech/
 */
export class OpenAiProtocol implements Protocol {
  readonly maxTextLength = 4096;
  readonly #connection: Connection;
  readonly #address: ServerAddress;
  /** Those still to be tried; the first one is asked for. */
  #formats: readonly string[];

  /** @param formats those that can be played */
  constructor(connection: Connection, address: ServerAddress, formats: readonly string[]) {
    this.#connection = connection;
    this.#address = address;
    // Every server has the first one; some wrap Piper as it is, and have the second one only.
    this.#formats = ['mp3', 'wav'].filter((format) => formats.includes(format));
  }

  /** Not every server lists its voices. Then there is the one of the address, or OpenAI's, for which servers have their own. */
  async voices(): Promise<readonly ServerVoice[]> {
    const { model, voice } = this.#address;
    // Speaches lists the voices of a model there, and those of all models below.
    const path = model?.split('/').map(encodeURIComponent).join('/');
    const ofModel = path ? voicesIn(await this.#connection.get(`v1/models/${path}`)) : [];
    const listed =
      ofModel.length > 0 ? ofModel : voicesIn(await this.#connection.get('v1/audio/voices'));
    const voices = listed.map((entry) => this.#voiceOf(entry)).filter((each) => each !== null);
    if (voices.some(({ id }) => id === voice)) return voices;
    return voice || voices.length === 0 ? [this.#named(voice ?? VOICE), ...voices] : voices;
  }

  async render({ text, voice }: SpeechRequest, signal: AbortSignal): Promise<EncodedSpeech> {
    const model = this.#address.model ?? MODEL;
    for (const format of this.#formats) {
      const body = { model, input: text, voice: voice.id, response_format: format };
      const response = await this.#connection.post('v1/audio/speech', body, signal);
      if (!response.ok && REFUSALS.has(response.status) && format !== this.#formats.at(-1))
        continue;
      if (!response.ok) throw this.#connection.errorOf(response);
      this.#formats = this.#formats.slice(this.#formats.indexOf(format));
      const type = response.headers.get('Content-Type') ?? typeOf(format);
      if (/^text\/|json/.test(type))
        throw new SpeechError('failed', `The speech server answered with ${type}`);
      return { audio: await response.arrayBuffer(), type, words: [] };
    }
    throw new SpeechError('failed', 'No format of the speech server can be played');
  }

  /** A voice of a list, whose entries are ids, or objects; null if it is neither. */
  #voiceOf(entry: unknown): ServerVoice | null {
    const { id, voice_id, name, language, languages, lang, locale } = objectOf(entry);
    const known = firstText(entry, id, voice_id, name);
    if (!known) return null;
    const named = textsOf(languages ?? language ?? lang ?? locale);
    const ofId = languageOfId(known);
    return {
      ...this.#named(known),
      name: nameOfId(firstText(name, known) ?? known),
      ...((named.length > 0 || ofId) && { languages: named.length > 0 ? named : [ofId ?? ''] }),
    };
  }

  #named(id: string): ServerVoice {
    const { languages, voice } = this.#address;
    return { id, name: nameOfId(id), languages, timesWords: false, default: id === voice };
  }
}

/** The list in an answer: `["a"]`, `{ voices: ["a"] }` or `{ voices: [{ id: "a" }] }`. */
function voicesIn(answer: unknown): readonly unknown[] {
  const list = Array.isArray(answer) ? (answer as unknown[]) : objectOf(answer).voices;
  return Array.isArray(list) ? list : [];
}
