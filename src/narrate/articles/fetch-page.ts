import { Failure } from '../failure.js';

/** How long a page may take, in milliseconds, and how large it may be, in bytes. */
const TIMEOUT = 30_000;
const MAX_SIZE = 20_000_000;
const MAX_REDIRECTS = 5;

/** A page as it was sent. */
export interface FetchedPage {
  readonly html: string;
  /** Where it came from in the end. */
  readonly address: string;
}

/**
 * Fetches a page from a host that is allowed, as are all those that it redirects to. So a list of addresses that others have written cannot make
 * the machine ask hosts inside of its own network.
 *
 * @param allowed hosts, with a port where they have one
 * @throws a Failure
 */
export async function fetchPage(
  address: string,
  allowed: readonly string[],
  signal: AbortSignal,
): Promise<FetchedPage> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!allowed.includes(url.host))
      throw new Failure(`${url.host} is not an allowed host: add --allow ${url.host}`);
    const response = await fetchOnce(url, signal);
    const location = response.headers.get('Location');
    if (response.status >= 300 && response.status < 400 && location) {
      url = new URL(location, url);
      continue;
    }
    if (!response.ok) throw new Failure(`${url.href} answered ${response.status}`);
    return { html: await bodyOf(response, url), address: url.href };
  }
  throw new Failure(`${address} redirects more than ${MAX_REDIRECTS} times`);
}

async function fetchOnce(url: URL, signal: AbortSignal): Promise<Response> {
  if (!/^https?:$/.test(url.protocol)) throw new Failure(`${url.href} is no web address`);
  try {
    return await fetch(url, {
      redirect: 'manual',
      headers: { Accept: 'text/html' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
    });
  } catch (cause) {
    throw unreachable(url, cause, signal);
  }
}

async function bodyOf(response: Response, url: URL): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MAX_SIZE) throw new Failure(`${url.href} is larger than ${MAX_SIZE / 1e6} MB`);
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : unreachable(url, cause);
  }
  return decode(Buffer.concat(chunks), response.headers.get('Content-Type') ?? '');
}

function unreachable(url: URL, cause: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return signal.reason;
  const why =
    (cause as Error).name === 'TimeoutError' ? 'did not answer in time' : 'cannot be reached';
  const { code = '' } = ((cause as Error).cause ?? {}) as NodeJS.ErrnoException;
  return new Failure(`${url.host} ${why}${code && ` (${code})`}`, { cause });
}

/** The text of a page in its own encoding: that of the header, or of a `meta` near the beginning. */
export function decode(bytes: Buffer, contentType = ''): string {
  const start = bytes.toString('latin1', 0, 1024);
  const [, named = 'utf-8'] =
    /charset\s*=\s*["']?([\w-]+)/i.exec(contentType) ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start) ??
    [];
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
