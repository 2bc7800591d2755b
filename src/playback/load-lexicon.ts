import { Lexicon, parseLexicon } from '../narration/spoken/index.js';

/** A publisher's pronunciations: words with their spoken forms, or the address of a lexicon (W3C PLS). */
export type LexiconSource = Readonly<Record<string, string>> | string | null;

/** How long reading waits for a lexicon, in milliseconds. */
const TIMEOUT = 2000;

/** The size of the largest lexicon that is read, in bytes: about 15,000 words, which are parsed in a few hundredths of a second. */
const MAX_SIZE = 1_000_000;

/** The encoding in the Content-Type of a response, or in the first line of an XML document. */
const ENCODING = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i;

/** @throws Error if there is no lexicon at the address, it does not load in time, or it is too large */
export async function loadLexicon(source: LexiconSource): Promise<Lexicon | undefined> {
  if (!source) return undefined;
  return typeof source === 'string' ? parseLexicon(await fetchText(source)) : new Lexicon(source);
}

async function fetchText(address: string): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    const response = await fetch(address, { signal });
    if (!response.ok || !response.body)
      throw new Error(`There is no lexicon at ${address} (${response.status})`);
    const bytes = await readAll(response.body.getReader(), address);
    return decode(bytes, response.headers.get('Content-Type') ?? '');
  } catch (error) {
    if (signal.aborted)
      throw new Error(`${address} did not come within ${TIMEOUT / 1000} seconds`, { cause: error });
    if (error instanceof TypeError)
      throw new Error(`${address} could not be fetched`, { cause: error });
    throw error;
  }
}

async function readAll(
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
  address: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0, done = false; !done;) {
    const chunk = await reader.read();
    done = chunk.done;
    chunks.push(chunk.value ?? new Uint8Array());
    size += chunk.value?.length ?? 0;
    if (size <= MAX_SIZE) continue;
    void reader.cancel();
    throw new Error(`${address} is larger than 1 MB: keep only words that your articles use`);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** @see https://www.rfc-editor.org/rfc/rfc7303#section-3 */
function decode(bytes: Uint8Array, contentType: string): string {
  const mark = (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 100));
  const declaration = start.startsWith('<?xml') ? start.slice(0, start.indexOf('?>')) : '';
  const named = ENCODING.exec(contentType) ?? ENCODING.exec(declaration);
  const marked = { 0xfeff: 'utf-16be', 0xfffe: 'utf-16le' }[mark];
  return new TextDecoder(marked ?? named?.[1] ?? 'utf-8').decode(bytes);
}
