import { SpeechError } from '../engine.js';
import { fetchWithRetry } from '../service/fetch-with-retry.js';

/** The JSON that a token broker answers with. */
export interface TokenAnswer {
  /** The access token for the Speech service. */
  readonly token: string;
  /** The Azure region, such as `westeurope`. Texts are sent to its host. */
  readonly region?: string;
  /** Replaces the region in sovereign clouds: a host such as `virginia.tts.speech.azure.us`. */
  readonly speechSynthesisHostname?: string;
  /** How long the token remains valid, in seconds. */
  readonly expiresIn?: number;
}

/** A token and the host that accepts it. */
export interface Token {
  readonly token: string;
  readonly host: string;
}

/** How long a token is used if the broker does not give its lifetime, in seconds. Azure's tokens are valid for 10 minutes. */
const DEFAULT_LIFETIME = 9 * 60;

/** How long before its expiry a token is renewed, in seconds. */
const RENEWAL_MARGIN = 60;

/** The host of the service without its region. */
const SERVICE_DOMAIN = 'tts.speech.microsoft.com';

/**
 * The tokens of the publisher's broker, fetched when first needed and renewed before they expire.
 *
 * @see https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech#authentication
 */
export class Tokens {
  /** The host that texts may be sent to, including its subdomains. */
  readonly recipient: string;
  readonly #url: string | URL;
  #token: Promise<Token> | null = null;
  #renewAt = 0;
  /** The last token that the service has rejected. */
  #rejected: string | null = null;

  /** @param url the URL of the broker, which answers with a `TokenAnswer` */
  constructor(url: string | URL, recipient: string = SERVICE_DOMAIN) {
    this.#url = url;
    this.recipient = recipient;
  }

  /** A valid token. @throws a SpeechError */
  get(): Promise<Token> {
    if (!this.#token || performance.now() >= this.#renewAt) {
      this.#renewAt = Infinity;
      const token = this.#fetch();
      this.#token = token;
      token.catch(() => {
        if (this.#token === token) this.#token = null;
      });
    }
    return this.#token;
  }

  /** To be called when the service has rejected a token, so that a new one is fetched next. */
  async reject(token: Token): Promise<void> {
    if ((await this.#token) !== token) return;
    this.#token = null;
    this.#rejected = token.token;
  }

  async #fetch(): Promise<Token> {
    const asked = performance.now();
    // `reload` sends Cache-Control: no-cache, so that the broker does not answer with its stored token either.
    const cache = this.#rejected ? 'reload' : 'default';
    const response = await fetchWithRetry(this.#url, { cache });
    if (!response.ok)
      throw new SpeechError('unavailable', `The token broker answered ${response.status}`);
    const answer = (await response.json().catch(() => null)) as TokenAnswer | null;
    const { token, expiresIn = DEFAULT_LIFETIME } = answer ?? {};
    if (!answer || typeof token !== 'string' || token === '')
      throw new SpeechError('failed', 'The token broker answered without a token');
    this.#rejected = null;
    this.#renewAt = asked + Math.max(expiresIn - RENEWAL_MARGIN, expiresIn / 2) * 1000;
    return { token, host: this.#hostOf(answer) };
  }

  /** The host of an answer. @throws a SpeechError if it does not belong to the recipient that the listener has agreed to */
  #hostOf({ region, speechSynthesisHostname }: TokenAnswer): string {
    const host = speechSynthesisHostname ?? `${region}.${SERVICE_DOMAIN}`;
    const address = `https://${host}`;
    const isHost = URL.canParse(address) && new URL(address).host === host;
    if (!isHost || !`.${host}`.endsWith(`.${this.recipient}`))
      throw new SpeechError('failed', `Texts may go to ${this.recipient} only, not to ${host}`);
    return host;
  }
}
