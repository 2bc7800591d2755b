import { SpeechError } from '../engine.js';

/** How often the same is asked at the most. */
const ATTEMPTS = 3;

/** How long one answer may take to arrive whole, in milliseconds. */
const PATIENCE = 10_000;

/** How long it is waited before asking again where the server does not say, doubled each time, and at the most; milliseconds. */
const DELAY = 400;
const LONGEST_DELAY = 10_000;

/**
 * Fetches, and asks again where that may help: after 429 and 5xx, and where the connection breaks, also in the midst of an
 * answer. Waits as long as the server wants (`Retry-After`, in seconds or as a date), where it lets pages see that.
 *
 * @returns an answer that has arrived whole: a good one, or a refusal that stays one, such as 401
 * @throws a SpeechError, or the signal's reason
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export async function fetchPatiently(url: string | URL, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(url, init);
    const delay = delayAfter(answer, attempt);
    if (delay === null) return answer as Response;
    if (attempt === ATTEMPTS || delay > LONGEST_DELAY) throw failureOf(url, answer);
    await pause(delay, init.signal);
  }
}

/** The answer, or why there is none. */
async function ask(url: string | URL, init: RequestInit): Promise<Response | Error> {
  const { signal } = init;
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    const answer = await fetch(url, {
      ...init,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    return new Response(await answer.arrayBuffer(), answer);
  } catch (error) {
    signal?.throwIfAborted();
    if (patience.aborted) throw new SpeechError('timeout', `${hostOf(url)} did not answer in time`);
    return error as Error;
  }
}

/** How long it is waited before asking again, in milliseconds; null where asking again does not help. */
function delayAfter(answer: Response | Error, attempt: number): number | null {
  if (answer instanceof Response && answer.status !== 429 && answer.status < 500) return null;
  const wish = answer instanceof Response ? answer.headers.get('Retry-After') : null;
  if (!wish) return DELAY * 2 ** (attempt - 1);
  const seconds = Number(wish);
  const delay = Number.isNaN(seconds) ? Date.parse(wish) - Date.now() : seconds * 1000;
  return Math.max(delay, 0) || DELAY;
}

function failureOf(url: string | URL, answer: Response | Error): SpeechError {
  if (answer instanceof Response)
    return new SpeechError('unavailable', `${hostOf(url)} answered ${answer.status}`);
  return new SpeechError('network', `${hostOf(url)} cannot be reached`, { cause: answer });
}

/** The host alone: an address may hold what is nobody's business. */
function hostOf(url: string | URL): string {
  return new URL(url, location.href).host;
}

function pause(milliseconds: number, signal: AbortSignal | null | undefined): Promise<void> {
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
