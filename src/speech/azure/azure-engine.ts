import type { Abilities, Utterance, Voice } from '../engine.js';
import { primaryLanguage } from '../language-tag.js';
import { decodeAudio } from '../service/decode-audio.js';
import { ServiceEngine } from '../service/service-engine.js';
import type { Rendering } from '../sound/rendering.js';
import { AUDIBLE_RATES } from '../sound/sound-player.js';
import { bestVoice } from '../voices.js';
import { AzureService, DEFAULT_VOICE } from './azure-service.js';
import { isMultilingual, localeOf, ssmlOf } from './ssml.js';
import { Tokens } from './tokens.js';

/** What a publisher configures for Azure's voices. */
export interface AzureOptions {
  /** The URL of a token broker, such as `vorleser/server/token`, which answers with a `TokenAnswer`. */
  readonly tokenUrl: string | URL;
  /** The host that texts may be sent to, including its subdomains. To be set for sovereign clouds only. */
  readonly recipient?: string;
}

/** The languages of Azure's voices. @see https://learn.microsoft.com/azure/ai-services/speech-service/language-support?tabs=tts */
const LANGUAGES = new Set(
  (
    'af am ar as az bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it iu ja jv ka kk km ' +
    'kn ko lo lt lv mk ml mn mr ms mt my nb ne nl or pa pl ps pt ro ru si sk sl so sq sr su sv sw ta te th tr uk ur uz vi ' +
    'wuu yue zh zu'
  ).split(' '),
);

/**
 * Speaks with Azure's neural voices.
 *
 * It needs all pronunciation rules, so it has no `pronounces`. The service guesses how to read German numbers: it reads
 * „43609“ digit by digit, and „zum 23.11.2025“ in the wrong case (https://learn.microsoft.com/answers/questions/590466,
 * https://learn.microsoft.com/answers/questions/2169108).
 */
export class AzureEngine extends ServiceEngine {
  readonly name = 'azure';
  readonly recipient: string;
  readonly #service: AzureService;
  #voices: readonly Voice[] = [];

  constructor({ tokenUrl, recipient }: AzureOptions) {
    super();
    const tokens = new Tokens(tokenUrl, recipient);
    this.recipient = tokens.recipient;
    this.#service = new AzureService(tokens);
  }

  get abilities(): Abilities {
    const runs = isMultilingual(this.#voiceFor('de'));
    return {
      words: 'none',
      resumes: 'exactly',
      runs,
      seeks: true,
      mediaElement: true,
      rates: AUDIBLE_RATES,
    };
  }

  async voices(): Promise<readonly Voice[]> {
    const voices = await this.#service.voices();
    const { recipient } = this;
    if (voices.length > 0) this.#voices = voices.map((voice) => ({ ...voice, recipient }));
    return this.#voices;
  }

  /** Makes no request: the answer comes from the voices listed so far, or else from Azure's documentation. */
  speaks(lang: string): Promise<boolean> {
    return Promise.resolve(
      this.#voices.length > 0
        ? bestVoice(this.#voices, lang) !== undefined
        : LANGUAGES.has(primaryLanguage(lang)),
    );
  }

  protected async open(): Promise<void> {
    await this.#service.open();
    await this.voices();
  }

  /** The SSML of an utterance, which is all that the service receives of it. */
  protected requestFor(utterance: Utterance): string {
    return ssmlOf(utterance, this.#voiceFor(utterance.lang));
  }

  protected async fetchRendering(ssml: string, signal: AbortSignal): Promise<Rendering> {
    return decodeAudio(await this.#service.synthesize(ssml, signal));
  }

  /** The short name of the voice for a language. */
  #voiceFor(lang: string): string {
    const chosen = this.#voices.find(({ voiceURI }) => voiceURI === this.voice);
    if (chosen && primaryLanguage(chosen.lang) === primaryLanguage(lang)) return chosen.voiceURI;
    return bestVoice(this.#voices, localeOf(lang))?.voiceURI ?? DEFAULT_VOICE;
  }
}
