import type { Utterance } from '../../speech/engine.js';
import { SpeechServer } from '../../speech/server/speech-server.js';
import type { Rendering } from '../../speech/sound/rendering.js';
import { Failure, messageOf, UsageFailure } from '../failure.js';
import { resample } from '../sound/resample.js';
import type { Voice } from './voice.js';
import { parseWav } from './wav.js';

/**
 * A voice of a speech server: one that speaks OpenAI's protocol, or that of Readium Speech Server, which reports word times. A key in
 * `VORLESER_SERVER_KEY` is sent with each request.
 */
export class ServerVoice implements Voice {
  readonly id: string;
  readonly name: string;
  readonly jobs: number;
  readonly #server: SpeechServer;
  readonly #voice: string | null;

  /**
   * @param address that of the server; its query may name `model`, `voice` and `lang`
   * @param voice the id of the voice; empty for the one that suits the language best
   * @throws a UsageFailure if there is no server, or it has no such voice
   */
  static async create(address: string, voice: string, jobs: number): Promise<ServerVoice> {
    const key = process.env.VORLESER_SERVER_KEY;
    const headers = key ? { Authorization: `Bearer ${key}` } : undefined;
    try {
      const server = new SpeechServer(address, { formats: ['wav'], headers });
      await server.open();
      return new ServerVoice(server, address, voice, jobs);
    } catch (cause) {
      throw new UsageFailure(`--server ${address}: ${messageOf(cause)}`, { cause });
    }
  }

  private constructor(server: SpeechServer, address: string, voice: string, jobs: number) {
    const listed = server.voices.find(({ voiceURI }) => voiceURI === voice);
    if (voice && !listed) {
      const known = [...new Set(server.voices.map(({ voiceURI }) => voiceURI))].join(', ');
      throw new UsageFailure(`there is no voice ${voice}, only ${known}`);
    }
    this.#server = server;
    this.#voice = voice || null;
    const chosen = voice || (server.voiceFor('de', null) ?? '');
    this.id = `server ${address} ${chosen}`;
    this.name =
      server.voices.find(({ voiceURI }) => voiceURI === chosen)?.name ?? new URL(address).host;
    this.jobs = jobs;
  }

  speaks(lang: string): boolean {
    return this.#server.voiceFor(lang, this.#voice) !== undefined;
  }

  async render({ text, lang }: Utterance, signal: AbortSignal): Promise<Rendering> {
    const files = await this.#server.render(text, lang, this.#voice, signal);
    const parts = files.map(({ audio, words }) => ({ ...parseWav(Buffer.from(audio)), words }));
    const [first] = parts;
    if (!first) throw new Failure('the speech server sent no sound');
    const { sampleRate } = first;
    const samples = parts.map((part) => resample(part.samples, part.sampleRate, sampleRate));
    let length = 0;
    const words = parts.flatMap((part, i) => {
      const offset = length / sampleRate;
      length += samples[i]?.length ?? 0;
      return part.words.map((word) => ({ ...word, time: word.time + offset }));
    });
    const joined = new Int16Array(length);
    samples.reduce((at, piece) => {
      joined.set(piece, at);
      return at + piece.length;
    }, 0);
    return { samples: joined, sampleRate, words };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
