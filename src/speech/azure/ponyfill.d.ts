/**
 * The part that is used of web-speech-cognitive-services 8.1.4 as bundled by build/azure.mjs. The package's own types do not
 * cover synthesis.
 *
 * @see https://github.com/compulim/web-speech-cognitive-services
 */

/** The hosts and the token for requests to the service. */
export interface Credentials {
  readonly authorizationToken: string;
  readonly speechSynthesisHostname: string;
  /** Not used for synthesis, but required. */
  readonly speechRecognitionHostname: string;
}

export interface PonyfillVoice {
  /** The long form, "Microsoft Server Speech Text to Speech Voice (de-DE, KatjaNeural)". */
  readonly voiceURI: string;
  readonly lang: string;
}

export interface PonyfillUtterance {
  /** Starts to fetch the audio. */
  preload(options: { fetchCredentials(): Promise<Credentials>; outputFormat: string }): void;
  readonly arrayBufferPromise: Promise<ArrayBuffer>;
}

export interface Ponyfill {
  readonly speechSynthesis: {
    /** The voices of the region. They are requested once, when the ponyfill is created; none if that has failed. */
    getVoices(): readonly PonyfillVoice[];
    /** "voiceschanged" fires once, also if listing the voices has failed. */
    addEventListener(type: 'voiceschanged', listener: () => void): void;
  };
  /** A text that begins with `<speak` is treated as SSML. */
  readonly SpeechSynthesisUtterance: new (text: string) => PonyfillUtterance;
}

/**
 * Creates an instance of the package.
 *
 * @param fetch sends its requests
 * @param document the document to which it adds its `<meta>`
 */
export function makePonyfill(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  document: Document,
): { readonly createSpeechSynthesisPonyfill: (options: { credentials: Credentials }) => Ponyfill };
