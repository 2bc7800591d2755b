/**
 * web-speech-cognitive-services 8.1.4, as build/azure.mjs lays it out: what is used of it, since its own types leave out the
 * synthesis.
 *
 * @see https://github.com/compulim/web-speech-cognitive-services
 */

/** Where and with what it asks the service. */
export interface Credentials {
  readonly authorizationToken: string;
  readonly speechSynthesisHostname: string;
  /** Not used for synthesis, and demanded with the other host. */
  readonly speechRecognitionHostname: string;
}

export interface PonyfillVoice {
  /** The long form, "Microsoft Server Speech Text to Speech Voice (de-DE, KatjaNeural)". */
  readonly voiceURI: string;
  readonly lang: string;
}

export interface PonyfillUtterance {
  /** Starts to fetch the sound. */
  preload(options: { fetchCredentials(): Promise<Credentials>; outputFormat: string }): void;
  readonly arrayBufferPromise: Promise<ArrayBuffer>;
}

export interface Ponyfill {
  readonly speechSynthesis: {
    /** What has been listed, which it does once when it is made; nothing where that fails. */
    getVoices(): readonly PonyfillVoice[];
    /** "voiceschanged" comes once, also when listing the voices has failed. */
    addEventListener(type: 'voiceschanged', listener: () => void): void;
  };
  /** Text that begins with `<speak` is taken as SSML. */
  readonly SpeechSynthesisUtterance: new (text: string) => PonyfillUtterance;
}

/**
 * Makes a copy of the package.
 *
 * @param fetch what it asks the service with
 * @param document what it puts its `<meta>` into
 */
export function makePonyfill(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  document: Document,
): { readonly createSpeechSynthesisPonyfill: (options: { credentials: Credentials }) => Ponyfill };
