import { report } from '../../console/report.js';
import type { Abilities, Utterance, Voice } from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { decodeAudio } from '../service/decode-audio.js';
import { ServiceEngine } from '../service/service-engine.js';
import { joinRenderings, type Rendering } from '../sound/rendering.js';
import { AUDIBLE_RATES } from '../sound/sound-player.js';
import { playableFormats } from './audio-formats.js';
import { SpeechServer } from './speech-server.js';

/** How long to wait for the list of voices, in milliseconds. */
const LIST_TIMEOUT = 3000;

/** What is heard of a text in which there is nothing to be spoken: a tenth of a second of silence. */
const SILENCE: Rendering = { samples: new Int16Array(2400), sampleRate: 24_000, words: [] };

/** Makes the engine for a speech server. Reports an address that is none. */
export function makeServerEngine(address: string): ServerEngine | null {
  try {
    return new ServerEngine(address);
  } catch (error) {
    report(`server="${address}" is no address of a speech server. ${(error as Error).message}`);
    return null;
  }
}

/**
 * Speaks with the voices of a speech server that the publisher has chosen, such as one of their own.
 *
 * It needs all pronunciation rules, so it has no `pronounces`: what a server does with numbers and abbreviations is not known.
 */
export class ServerEngine extends ServiceEngine {
  readonly name = 'server';
  /** Undefined for the page's own origin: it has the text already. */
  readonly recipient: string | undefined;
  readonly #server: SpeechServer;

  /**
   * @param address see `parseServerAddress`; may be relative to the page
   * @throws a TypeError if it is no address
   */
  constructor(address: string | URL) {
    super();
    this.#server = new SpeechServer(address, {
      page: document.baseURI,
      formats: playableFormats(),
      lang: document.documentElement.lang || 'de',
    });
    const { origin, host } = this.#server.base;
    this.recipient = origin === location.origin ? undefined : host;
  }

  get abilities(): Abilities {
    return {
      words: this.#server.timesWords ? 'some' : 'none',
      resumes: 'exactly',
      runs: false,
      seeks: true,
      mediaElement: true,
      rates: AUDIBLE_RATES,
    };
  }

  async voices(): Promise<readonly Voice[]> {
    const opened = this.#server.open().catch(() => undefined);
    await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, LIST_TIMEOUT))]);
    const { recipient } = this;
    return this.#server.voices.map((voice) => ({ ...voice, recipient }));
  }

  /** Makes no request: until the voices are listed, the publisher is trusted to have chosen a server for their language. */
  speaks(lang: string): Promise<boolean> {
    const { voices } = this.#server;
    return Promise.resolve(
      voices.length === 0 ||
        voices.some((voice) => primaryLanguage(voice.lang) === primaryLanguage(lang)),
    );
  }

  protected open(): Promise<void> {
    return this.#server.open();
  }

  protected requestFor({ text, lang }: Utterance): string {
    return JSON.stringify([text, lang, this.#server.voiceFor(lang, this.voice) ?? null]);
  }

  protected async fetchRendering(request: string, signal: AbortSignal): Promise<Rendering> {
    const [text, lang, voice] = JSON.parse(request) as [string, string, string | null];
    const files = await this.#server.render(text, lang, voice, signal);
    const pieces = await Promise.all(files.map(({ audio, words }) => decodeAudio(audio, words)));
    return pieces.length > 0 ? joinRenderings(pieces) : SILENCE;
  }
}
