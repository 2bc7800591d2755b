import { SpeechError, type Voice } from '../engine.js';
import { sendText } from '../service/send-text.js';
import { type Credentials, makePonyfill, type Ponyfill, type PonyfillVoice } from './ponyfill.js';
import type { Token, Tokens } from './tokens.js';

/** The voice to use if the service does not list its voices: a German one that speaks other languages, too. */
export const DEFAULT_VOICE = 'de-DE-SeraphinaMultilingualNeural';

/** 6 KB per second. The package's default needs 20, and it ignores its option for another format. */
const OUTPUT_FORMAT = 'audio-24khz-48kbitrate-mono-mp3';

/** How long to wait for the list of voices, in milliseconds. */
const LIST_TIMEOUT = 3000;

/** A request for the audio of a text. */
interface PendingRequest {
  readonly signal: AbortSignal;
  error?: Error;
}

/**
 * The Azure Speech service, accessed through web-speech-cognitive-services. The package sends the requests for voices and
 * audio, but does not play the audio, since its player cannot keep the promises of an engine: it fires `start` before it
 * requests the audio, `cancel()` during the request does not keep the audio from being played later, and a change of rate or
 * volume requires another request.
 */
export class AzureService {
  readonly #tokens: Tokens;
  readonly #createPonyfill = makePonyfill(
    (url, init) => this.#fetch(url, init),
    document.implementation.createHTMLDocument(),
  ).createSpeechSynthesisPonyfill;
  #ponyfill: Ponyfill | null = null;
  #listing: Promise<readonly Voice[]> | null = null;
  /** By SSML, the only part of a request that the package passes on to `fetch`. */
  readonly #requests = new Map<unknown, PendingRequest>();

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Prepares for `synthesize`. @throws a SpeechError */
  async open(): Promise<void> {
    await this.#tokens.get();
    this.#listing ??= this.#listVoices().catch(() => []);
  }

  /** The voices of the region; none if the service does not answer soon. Requests them once, and again after a failure. */
  async voices(): Promise<readonly Voice[]> {
    this.#listing ??= this.#listVoices().catch(() => []);
    const listing = this.#listing;
    const voices = await Promise.race([listing, wait(LIST_TIMEOUT)]);
    if (voices?.length === 0) this.#listing = null;
    return voices ?? [];
  }

  /**
   * Requests the audio file of a text.
   *
   * @throws a SpeechError, or the signal's reason
   */
  async synthesize(ssml: string, signal: AbortSignal): Promise<ArrayBuffer> {
    const credentials = credentialsOf(await this.#tokens.get());
    signal.throwIfAborted();
    if (!this.#ponyfill) throw new SpeechError('unavailable', 'The Azure service is not open');
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

  /** The package requests the voices only when its ponyfill is created. */
  async #listVoices(): Promise<readonly Voice[]> {
    const credentials = credentialsOf(await this.#tokens.get());
    const ponyfill = (this.#ponyfill = this.#createPonyfill({ credentials }));
    await new Promise<void>((resolve) =>
      ponyfill.speechSynthesis.addEventListener('voiceschanged', resolve),
    );
    return ponyfill.speechSynthesis.getVoices().map(voiceOf);
  }

  /**
   * The package's `fetch`. It keeps errors from the package, which would reduce them to the status and leave a rejection
   * unhandled.
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

  /** Sends a request to the service. If it rejects the token, renews the token once. */
  async #fetchAuthorized(url: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    for (let renewed = false; ; renewed = true) {
      const token = await this.#tokens.get();
      headers.set('Authorization', `Bearer ${token.token}`);
      const response = await sendText(url, { ...init, headers });
      if (response.ok) return response;
      if (response.status !== 401 || renewed) throw errorOf(url, response.status);
      await this.#tokens.reject(token);
    }
  }
}

/** The error for a status of the service. @see https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech */
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

/** The service identifies "Microsoft Server Speech Text to Speech Voice (de-DE, KatjaNeural)" by its short name, "de-DE-KatjaNeural". */
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
