/** What an endpoint of Azure wants to be asked with. */
export interface Endpoint {
  /** Of the Speech resource. It is sent to `url` and nowhere else. */
  readonly key: string;
  /** Where tokens are issued. */
  readonly url: string;
}

/** A token, and how long it is good for from now on, in seconds. */
export interface IssuedToken {
  readonly token: string;
  readonly expiresIn: number;
}

/** Why there is no token: the status to answer with, and what the log may know of it. */
export class TokenError extends Error {
  readonly status: number;
  /** As Azure says it. */
  readonly retryAfter: string | null;

  constructor(status: number, message: string, retryAfter: string | null = null) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** How long a token lives. @see https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech#authentication */
const TOKEN_LIFETIME = 10 * 60_000;

/** How much of that a token has at least when it is handed out, so that it need not be renewed right away; milliseconds. */
const MIN_REMAINING = 3 * 60_000;

/** How old a token is at least before somebody's word that it is not taken is believed, in milliseconds. */
const MIN_AGE = 30_000;

/** How long Azure may take to answer, in milliseconds. */
const TIMEOUT = 8000;

/** Azure's tokens, one for all clients, issued anew only when that must be. */
export class IssuedTokens {
  readonly #endpoint: Endpoint;
  #token = '';
  #issuedAt = -Infinity;
  #issuing: Promise<void> | null = null;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  /**
   * @param renew whether the client has found that the last one is not taken
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
    return new TokenError(500, `Azure answered ${status}: the key is not one of this region`);
  return new TokenError(502, `Azure answered ${status}`);
}

/** An error's kind: its text may hold what no log should. */
function nameOf(error: unknown): string {
  const { cause, name } = error as Error & { cause?: { code?: string } };
  return cause?.code ?? name;
}
