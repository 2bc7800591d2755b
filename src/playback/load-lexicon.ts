import { Lexicon, lexiconOf } from '../narration/spoken/index.js';

/** A publisher's pronunciations: words with their spoken forms, or the address of a lexicon (W3C PLS). */
export type LexiconSource = Readonly<Record<string, string>> | string | null;

/** How long reading waits for a lexicon, in milliseconds. */
const TIMEOUT = 2000;

/** @throws Error if there is no lexicon at the address, or it does not load in time */
export async function loadLexicon(source: LexiconSource): Promise<Lexicon | undefined> {
  if (!source) return undefined;
  return typeof source === 'string' ? lexiconOf(await fetchDocument(source)) : new Lexicon(source);
}

/** XMLHttpRequest parses XML also where Trusted Types do not let a script do it. */
function fetchDocument(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.overrideMimeType('application/xml');
    request.onload = () => {
      if (request.status < 400 && request.responseXML) resolve(request.responseXML);
      else reject(new Error(`There is no lexicon at ${address} (${request.status})`));
    };
    request.onerror = () => reject(new Error(`${address} could not be fetched`));
    request.ontimeout = () => reject(new Error(`${address} did not come in time`));
    request.open('GET', address);
    request.timeout = TIMEOUT;
    request.send();
  });
}
