import { isBlocked } from '../../console/policy-violations.js';
import { SpeechError } from '../engine.js';

/** How many times a request is sent at most. */
const MAX_ATTEMPTS = 3;

/** The timeout for one response, including its body, in milliseconds. */
const TIMEOUT = 10_000;

/** The delay before the first retry, doubled for each further one, and the longest delay accepted from a server; milliseconds. */
const FIRST_BACK_OFF = 400;
const MAX_BACK_OFF = 10_000;

/**
 * Fetches, and retries where that may help: after status 429 or 5xx, and when the connection breaks, even in the middle of a
 * response. Waits as long as the server asks for (`Retry-After`, in seconds or as a date), if the page may read that header.
 *
 * @returns a complete response: a successful one, or a failure that a retry would not change, such as 401
 * @throws a SpeechError, or the signal's reason
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export async function fetchWithRetry(url: string | URL, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await attemptFetch(url, init);
    const delay = backOffAfter(answer, attempt);
    if (delay === null) return answer as Response;
    if (attempt === MAX_ATTEMPTS || delay > MAX_BACK_OFF) throw await errorOf(url, answer);
    await wait(delay, init.signal);
  }
}

/** Sends the request once. Returns the complete response, or the error. */
async function attemptFetch(url: string | URL, init: RequestInit): Promise<Response | Error> {
  const { signal } = init;
  const timeout = AbortSignal.timeout(TIMEOUT);
  try {
    const answer = await fetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    // Without a body, as after a redirect that was not followed, it cannot be made again.
    return answer.body ? new Response(await answer.arrayBuffer(), answer) : answer;
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout.aborted) throw new SpeechError('timeout', `${hostOf(url)} did not answer in time`);
    return error as Error;
  }
}

/** How long to wait before a retry, in milliseconds; null if a retry does not help. */
function backOffAfter(answer: Response | Error, attempt: number): number | null {
  if (answer instanceof Response && answer.status !== 429 && answer.status < 500) return null;
  const retryAfter = answer instanceof Response ? answer.headers.get('Retry-After') : null;
  if (!retryAfter) return FIRST_BACK_OFF * 2 ** (attempt - 1);
  const seconds = Number(retryAfter);
  const delay = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Math.max(delay, 0) || FIRST_BACK_OFF;
}

async function errorOf(url: string | URL, answer: Response | Error): Promise<SpeechError> {
  if (answer instanceof Response)
    return new SpeechError('unavailable', `${hostOf(url)} answered ${answer.status}`);
  const blocked = await isBlocked('connect-src', absolute(url));
  const reason = blocked ? 'blocked' : 'network';
  return new SpeechError(reason, `${hostOf(url)} cannot be reached`, { cause: answer });
}

/** Only the host, for messages: a URL may contain confidential data. */
export function hostOf(url: string | URL): string {
  return absolute(url).host;
}

/** There is no page in Node, where addresses are absolute. */
function absolute(url: string | URL): URL {
  return new URL(url, globalThis.location?.href);
}

function wait(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
