import { SpeechError } from '../engine.js';

/** How often the same is asked at the most. */
const MAX_ATTEMPTS = 3;

/** How long one answer may take to arrive whole, in milliseconds. */
const TIMEOUT = 10_000;

/** How long it is waited before asking again where the server does not say, doubled each time, and at the most; milliseconds. */
const FIRST_BACK_OFF = 400;
const MAX_BACK_OFF = 10_000;

/**
 * Fetches, and asks again where that may help: after 429 and 5xx, and where the connection breaks, also in the midst of an
 * answer. Waits as long as the server wants (`Retry-After`, in seconds or as a date), where it lets pages see that.
 *
 * @returns an answer that has arrived whole: a good one, or a refusal that stays one, such as 401
 * @throws a SpeechError, or the signal's reason
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export async function fetchWithRetry(url: string | URL, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await attemptFetch(url, init);
    const delay = backOffAfter(answer, attempt);
    if (delay === null) return answer as Response;
    if (attempt === MAX_ATTEMPTS || delay > MAX_BACK_OFF) throw errorOf(url, answer);
    await wait(delay, init.signal);
  }
}

/** The answer, or why there is none. */
async function attemptFetch(url: string | URL, init: RequestInit): Promise<Response | Error> {
  const { signal } = init;
  const timeout = AbortSignal.timeout(TIMEOUT);
  try {
    const answer = await fetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    return new Response(await answer.arrayBuffer(), answer);
  } catch (error) {
    signal?.throwIfAborted();
    if (timeout.aborted) throw new SpeechError('timeout', `${hostOf(url)} did not answer in time`);
    return error as Error;
  }
}

/** How long it is waited before asking again, in milliseconds; null where asking again does not help. */
function backOffAfter(answer: Response | Error, attempt: number): number | null {
  if (answer instanceof Response && answer.status !== 429 && answer.status < 500) return null;
  const retryAfter = answer instanceof Response ? answer.headers.get('Retry-After') : null;
  if (!retryAfter) return FIRST_BACK_OFF * 2 ** (attempt - 1);
  const seconds = Number(retryAfter);
  const delay = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Math.max(delay, 0) || FIRST_BACK_OFF;
}

function errorOf(url: string | URL, answer: Response | Error): SpeechError {
  if (answer instanceof Response)
    return new SpeechError('unavailable', `${hostOf(url)} answered ${answer.status}`);
  return new SpeechError('network', `${hostOf(url)} cannot be reached`, { cause: answer });
}

/** The host alone: an address may hold what is nobody's business. */
function hostOf(url: string | URL): string {
  return new URL(url, location.href).host;
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
