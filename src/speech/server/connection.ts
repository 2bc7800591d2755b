import { report } from '../../console/report.js';
import { SpeechError } from '../engine.js';
import { fetchWithRetry } from '../service/fetch-with-retry.js';
import { sendText } from '../service/send-text.js';

/** The statuses that are about the text, and which a shorter one would have spared. */
const REFUSALS = new Set([400, 413, 415, 422]);
const TOO_LONG = 413;

/** A text is longer than a server allows. */
export class TooLongError extends SpeechError {}

/** Sends the requests to a speech server. */
export class Connection {
  readonly #base: URL;
  readonly #headers: Readonly<Record<string, string>>;

  /**
   * @param base the server's address, which ends with a slash
   * @param headers sent with every request
   */
  constructor(base: URL, headers: Readonly<Record<string, string>> = {}) {
    this.#base = base;
    this.#headers = headers;
  }

  /**
   * Requests JSON.
   *
   * @returns null if the server has none at this path
   * @throws a SpeechError if it cannot be reached, or cannot answer now
   */
  async get(path: string): Promise<unknown> {
    const headers = { ...this.#headers, Accept: 'application/json' };
    const response = await fetchWithRetry(new URL(path, this.#base), { headers });
    return response.ok ? ((await response.json().catch(() => null)) as unknown) : null;
  }

  /**
   * Sends a text, within JSON.
   *
   * @returns a complete response, which may be a failure
   * @throws a SpeechError, or the signal's reason
   */
  post(path: string, body: object, signal: AbortSignal): Promise<Response> {
    return sendText(new URL(path, this.#base), {
      method: 'POST',
      headers: { ...this.#headers, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    });
  }

  /** The error for the response to a text. */
  errorOf({ status }: Response): SpeechError {
    const { host } = this.#base;
    if (status === 401 || status === 403)
      report(
        `the speech server ${host} answers ${status}. If it wants a key, let a server of your own pass the requests on: a page cannot keep a key`,
      );
    const message = `${host} answered ${status}`;
    if (status === TOO_LONG) return new TooLongError('failed', message);
    return new SpeechError(REFUSALS.has(status) ? 'failed' : 'unavailable', message);
  }
}

/** An object with unknown values, whatever a server has sent. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The first of some values that is a text and not empty. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '');
}

/** The texts of a list, or of a single text. */
export function textsOf(value: unknown): string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');
}
