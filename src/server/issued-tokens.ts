/** Where and with which key Azure issues tokens. */
export interface Endpoint {
  /** The key of the Speech resource. It is sent only to `url`. */
  readonly key: string;
  /** The URL that issues tokens. */
  readonly url: string;
}

/** A token, and how long it remains valid, in seconds. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresIn: number;
}

/** Why no token could be issued. The message may be logged: it contains no secret. */
export class TokenError extends Error {
  /** The status to answer the client with. */
  readonly status: number;
  /** How long to wait before the next request, in milliseconds, if that is known. */
  readonly retryAfter: number | null;

  constructor(status: number, message: string, retryAfter: number | null = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** The lifetime of a token, in milliseconds. @see https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech#authentication */
const TOKEN_LIFETIME = 10 * 60_000;

/** The least remaining lifetime of a token that is handed out, in milliseconds, so that a page need not renew it at once. */
const MIN_REMAINING = 3 * 60_000;

/** A token younger than this is not renewed, even if a client reports that Azure rejects it; milliseconds. */
const MIN_AGE = 30_000;

/** The timeout for Azure's response, in milliseconds. */
const TIMEOUT = 8000;

/**
 * How long no request is sent to Azure after a failure, doubled for each further one in a row, and the longest time, which also bounds what
 * Azure asks for (`Retry-After`); milliseconds.
 */
const FIRST_BACK_OFF = 1000;
const MAX_BACK_OFF = 60_000;

/** What a header can carry as a token, as opposed to the page of a proxy. @see https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
const TOKEN = /^[\w.~+/-]+=*$/;

/**
 * Gets tokens from Azure. All clients share one token, which is renewed only when necessary, and after a failure Azure is not asked
 * again for a while, however many clients ask. Times are those of `performance.now()`, which does not jump when the clock is set.
 */
export class IssuedTokens {
  readonly #endpoint: Endpoint;
  #token = '';
  #issuedAt = -Infinity;
  #issuing: Promise<void> | null = null;
  /** How many requests to Azure have failed in a row. */
  #failures = 0;
  #retryAt = -Infinity;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  /**
   * @param renew whether the client reports that Azure has rejected its last token
   * @throws a TokenError
   */
  async get(renew: boolean): Promise<IssuedToken> {
    const age = performance.now() - this.#issuedAt;
    if (age > TOKEN_LIFETIME - MIN_REMAINING || (renew && age > MIN_AGE))
      await this.#renew().catch((error: unknown) => {
        if (renew || this.#remaining() <= 0) throw error;
      });
    return { token: this.#token, expiresIn: Math.floor(this.#remaining() / 1000) };
  }

  /** How long the current token remains valid, in milliseconds. */
  #remaining(): number {
    return this.#issuedAt + TOKEN_LIFETIME - performance.now();
  }

  /** Requests a new token, one request for all clients. */
  async #renew(): Promise<void> {
    const wait = this.#retryAt - performance.now();
    if (wait > 0) throw new TokenError(503, 'Azure is left alone after a failure', wait);
    this.#issuing ??= this.#issue()
      .catch((error: unknown) => {
        throw error instanceof TokenError ? this.#backOff(error) : error;
      })
      .finally(() => (this.#issuing = null));
    await this.#issuing;
  }

  async #issue(): Promise<void> {
    const asked = performance.now();
    this.#token = await requestToken(this.#endpoint);
    this.#issuedAt = asked;
    this.#failures = 0;
  }

  #backOff({ status, message, retryAfter }: TokenError): TokenError {
    const wait = Math.min(retryAfter ?? FIRST_BACK_OFF * 2 ** this.#failures, MAX_BACK_OFF);
    this.#failures++;
    this.#retryAt = performance.now() + wait;
    console.error(`No token: ${message}. Next attempt after ${Math.ceil(wait / 1000)} s`);
    return new TokenError(status, message, wait);
  }
}

async function requestToken({ key, url }: Endpoint): Promise<string> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'Ocp-Apim-Subscription-Key': key },
    // The key must not go where a redirect leads. Cloudflare does not know `error`; a redirect is not `ok` either.
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT),
  }).catch((error: unknown) => {
    const late = error instanceof DOMException && error.name === 'TimeoutError';
    throw new TokenError(late ? 504 : 502, `Azure cannot be reached: ${nameOf(error)}`);
  });
  if (!answer.ok) throw errorOf(answer);
  const token = await answer.text().catch(() => '');
  if (!TOKEN.test(token)) throw new TokenError(502, 'Azure answered without a token');
  return token;
}

function errorOf({ status, type, headers }: Response): TokenError {
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    return new TokenError(502, 'Azure answered with a redirect, where the key is not sent');
  if (status === 401 || status === 403)
    return new TokenError(500, `Azure answered ${status}: the key does not belong to this region`);
  const retryAfter = milliseconds(headers.get('Retry-After'));
  return new TokenError(status === 429 ? 503 : 502, `Azure answered ${status}`, retryAfter);
}

/** The delay that a `Retry-After` header asks for, in seconds or as a date. @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
function milliseconds(retryAfter: string | null): number | null {
  if (!retryAfter) return null;
  const seconds = Number(retryAfter);
  const delay = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return delay > 0 ? delay : null;
}

/** The code or name of an error. Its message may contain confidential data. */
function nameOf(error: unknown): string {
  const { cause, name } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? name;
}
