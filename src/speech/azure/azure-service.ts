import { SpeechError, type Voice } from '../engine.js';
import { fetchWithRetry } from './fetch-with-retry.js';
import { type Credentials, makePonyfill, type Ponyfill, type PonyfillVoice } from './ponyfill.js';
import type { Token, Tokens } from './tokens.js';

/** A German voice that speaks other languages, too; what speaks where the service does not list its voices. */
export const DEFAULT_VOICE = 'de-DE-SeraphinaMultilingualNeural';

/** 6 KB a second. The package by itself takes 20, and drops the option that would say so. */
const OUTPUT_FORMAT = 'audio-24khz-48kbitrate-mono-mp3';

/** How long it is waited for the list of voices, in milliseconds. */
const LIST_TIMEOUT = 3000;

/** A text that is being asked for. */
interface PendingRequest {
  readonly signal: AbortSignal;
  error?: Error;
}

/**
 * The Azure Speech service by way of web-speech-cognitive-services, which asks it for voices and for sound. What the package
 * would do with the sound is left alone, for its player cannot keep an engine's promises: `start` comes before the sound is
 * even asked for, a cancel meanwhile does not keep it from being heard later, and another rate or volume is another sound.
 */
export class AzureService {
  readonly #tokens: Tokens;
  readonly #createPonyfill = makePonyfill(
    (url, init) => this.#fetch(url, init),
    document.implementation.createHTMLDocument(),
  ).createSpeechSynthesisPonyfill;
  #ponyfill: Ponyfill | null = null;
  #listing: Promise<readonly Voice[]> | null = null;
  /** By what they ask for, the only thing of them that comes through the package. */
  readonly #requests = new Map<unknown, PendingRequest>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Gets ready to synthesise. @throws a SpeechError */
  async open(): Promise<void> {
    await this.#tokens.get();
    this.#listing ??= this.#listVoices().catch(() => []);
  }

  /** The voices of the region; none where they do not come soon. Asks once, and again where that failed. */
  async voices(): Promise<readonly Voice[]> {
    this.#listing ??= this.#listVoices().catch(() => []);
    const listing = this.#listing;
    const voices = await Promise.race([listing, wait(LIST_TIMEOUT)]);
    if (voices?.length === 0) this.#listing = null;
    return voices ?? [];
  }

  /**
   * The sound of a text, as a file.
   *
   * @throws a SpeechError, or the signal's reason
   */
  async synthesize(ssml: string, signal: AbortSignal): Promise<ArrayBuffer> {
    const credentials = credentialsOf(await this.#tokens.get());
    signal.throwIfAborted();
    if (!this.#ponyfill) throw new SpeechError('unavailable', 'The service is not open');
    const utterance = new this.#ponyfill.SpeechSynthesisUtterance(ssml);
    const request: PendingRequest = { signal };
    this.#requests.set(ssml, request);
    utterance.preload({
      fetchCredentials: () => Promise.resolve(credentials),
      outputFormat: OUTPUT_FORMAT,
    });
    const sound = await utterance.arrayBufferPromise;
    if (this.#requests.get(ssml) === request) this.#requests.delete(ssml);
    if (request.error) throw request.error;
    return sound;
  }

  /** The package lists the voices when it is made, and only then. */
  async #listVoices(): Promise<readonly Voice[]> {
    const credentials = credentialsOf(await this.#tokens.get());
    const ponyfill = (this.#ponyfill = this.#createPonyfill({ credentials }));
    await new Promise<void>((resolve) =>
      ponyfill.speechSynthesis.addEventListener('voiceschanged', resolve),
    );
    return ponyfill.speechSynthesis.getVoices().map(voiceOf);
  }

  /**
   * What the package is given as its `fetch`. A failure goes past the package, which would tell the status of it at most, and
   * leave a rejection unhandled.
   */
  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const request = this.#requests.get(init.body);
    try {
      return await this.#fetchAuthorized(url, { ...init, signal: request?.signal });
    } catch (error) {
      if (!request) throw error;
      request.error = error as Error;
      return new Response();
    }
  }

  /** Asks the service; a token that it does not take is renewed, once. */
  async #fetchAuthorized(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    for (let renewed = false; ; renewed = true) {
      const token = await this.#tokens.get();
      headers.set('Authorization', `Bearer ${token.token}`);
      const response = await fetchWithRetry(url, { ...init, headers });
      if (response.ok) return response;
      if (response.status !== 401 || renewed) throw errorOf(url, response.status);
      await this.#tokens.reject(token);
    }
  }
}

/** What the service's answers mean. @see https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech */
function errorOf(url: string, status: number): SpeechError {
  const reason = status === 400 || status === 415 ? 'failed' : 'unavailable';
  return new SpeechError(reason, `${new URL(url).host} answered ${status}`);
}

function credentialsOf({ token, host }: Token): Credentials {
  return {
    authorizationToken: token,
    speechSynthesisHostname: host,
    speechRecognitionHostname: host,
  };
}

/** "Microsoft Server Speech Text to Speech Voice (de-DE, KatjaNeural)" is chosen by its short name, "de-DE-KatjaNeural". */
function voiceOf({ voiceURI, lang }: PonyfillVoice): Voice {
  const [, locale = lang, own = voiceURI] = /\((.+), (.+)\)$/.exec(voiceURI) ?? [];
  const shortName = `${locale}-${own}`;
  return {
    voiceURI: shortName,
    name: own.replace(/Neural$/, '').replace(/(?<=[a-z])(?=[A-Z])|:/g, ' '),
    lang,
    localService: false,
    default: shortName === DEFAULT_VOICE,
  };
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
