import { SpeechError } from '../engine.js';
import { fetchWithRetry } from './fetch-with-retry.js';

/** What a token broker answers, as JSON. */
export interface TokenAnswer {
  /** What authorises to speak. */
  readonly token: string;
  /** The Azure region, such as `westeurope`; texts go to its host. */
  readonly region?: string;
  /** The host instead of a region, for sovereign clouds: `virginia.tts.speech.azure.us`. */
  readonly speechSynthesisHostname?: string;
  /** How long the token is good for from now on, in seconds. */
  readonly expiresIn?: number;
}

/** A token and the host that takes it. */
export interface Token {
  readonly token: string;
  readonly host: string;
}

/** How long a token is good for where the broker does not say, in seconds: Azure's live 10 minutes. */
const DEFAULT_LIFETIME = 9 * 60;

/** How long before its end a token is renewed, in seconds. */
const RENEWAL_MARGIN = 60;

/** The host of the service without its region. */
const SERVICE_DOMAIN = 'tts.speech.microsoft.com';

/**
 * Tokens of the publisher's broker: fetched when first needed, renewed before they end.
 *
 * @see https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech#authentication
 */
export class Tokens {
  /** The host to which texts may be sent, and to whose subdomains. */
  readonly recipient: string;
  readonly #url: string | URL;
  #token: Promise<Token> | null = null;
  #renewAt = 0;
  /** One that the service did not take. */
  #rejected: string | null = null;

  /** @param url answers with a TokenAnswer */
  constructor(url: string | URL, recipient: string = SERVICE_DOMAIN) {
    this.#url = url;
    this.recipient = recipient;
  }

  /** @throws a SpeechError */
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

  /** Takes note that the service does not take a token, so that the next one is another. */
  async reject(token: Token): Promise<void> {
    if ((await this.#token) !== token) return;
    this.#token = null;
    this.#rejected = token.token;
  }

  async #fetch(): Promise<Token> {
    const asked = performance.now();
    // `reload` tells the broker, too, that a token of its store will not do: it sends Cache-Control: no-cache.
    const cache = this.#rejected ? 'reload' : 'default';
    const response = await fetchWithRetry(this.#url, { cache });
    if (!response.ok) throw new SpeechError('unavailable', `No token: ${response.status}`);
    const answer = (await response.json().catch(() => null)) as TokenAnswer | null;
    const { token, expiresIn = DEFAULT_LIFETIME } = answer ?? {};
    if (!answer || typeof token !== 'string' || token === '')
      throw new SpeechError('failed', 'The token broker answered without a token');
    this.#rejected = null;
    this.#renewAt = asked + Math.max(expiresIn - RENEWAL_MARGIN, expiresIn / 2) * 1000;
    return { token, host: this.#hostOf(answer) };
  }

  /** Only where the listener was told that texts go. */
  #hostOf({ region, speechSynthesisHostname }: TokenAnswer): string {
    const host = speechSynthesisHostname ?? `${region}.${SERVICE_DOMAIN}`;
    const address = `https://${host}`;
    const isHost = URL.canParse(address) && new URL(address).host === host;
    if (!isHost || !`.${host}`.endsWith(`.${this.recipient}`))
      throw new SpeechError('failed', `Texts may go to ${this.recipient} only, not to ${host}`);
    return host;
  }
}
