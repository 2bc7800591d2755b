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
  /** Azure's `Retry-After` header. */
  readonly retryAfter: string | null;

  constructor(status: number, message: string, retryAfter: string | null = null) {
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

/** Gets tokens from Azure. All clients share one token, which is renewed only when necessary. */
export class IssuedTokens {
  readonly #endpoint: Endpoint;
  #token = '';
  #issuedAt = -Infinity;
  #issuing: Promise<void> | null = null;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  /**
   * @param renew whether the client reports that Azure has rejected its last token
   * @throws an IssueError
   */
  async get(renew: boolean): Promise<IssuedToken> {
    const age = Date.now() - this.#issuedAt;
    if (age > TOKEN_LIFETIME - MIN_REMAINING || (renew && age > MIN_AGE)) {
      this.#issuing ??= this.#issue().finally(() => (this.#issuing = null));
      await this.#issuing.catch((error: unknown) => {
        if (renew || age > TOKEN_LIFETIME) throw error;
      });
    }
    const left = this.#issuedAt + TOKEN_LIFETIME - Date.now();
    return { token: this.#token, expiresIn: Math.floor(left / 1000) };
  }

  async #issue(): Promise<void> {
    const { key, url } = this.#endpoint;
    const asked = Date.now();
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Ocp-Apim-Subscription-Key': key },
      signal: AbortSignal.timeout(TIMEOUT),
    }).catch((error: unknown) => {
      const late = error instanceof DOMException && error.name === 'TimeoutError';
      throw new TokenError(late ? 504 : 502, `Azure cannot be reached: ${nameOf(error)}`);
    });
    if (!answer.ok) throw errorOf(answer);
    const token = await answer.text().catch(() => '');
    if (!token) throw new TokenError(502, 'Azure answered without a token');
    this.#token = token;
    this.#issuedAt = asked;
  }
}

function errorOf({ status, headers }: Response): TokenError {
  if (status === 429) return new TokenError(503, 'Azure answered 429', headers.get('Retry-After'));
  if (status === 401 || status === 403)
    return new TokenError(500, `Azure answered ${status}: the key does not belong to this region`);
  return new TokenError(502, `Azure answered ${status}`);
}

/** The code or name of an error. Its message may contain confidential data. */
function nameOf(error: unknown): string {
  const { cause, name } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? name;
}
