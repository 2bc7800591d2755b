/** Where src/speech/espeak/make-engine.ts of vorleser looks for the addresses of the files. */
const INSTALLED = Symbol.for('vorleser-espeak-ng');

/**
 * Gives the embedded voice to the players of the page: the absolute addresses of its files, as text, which can be posted to the worker.
 * Some bundlers make URLs that are relative to the page. A server that renders the page has no use for them.
 */
export function give(/** @type {Record<string, URL | string>} */ files) {
  const base = globalThis.document?.baseURI;
  if (!base) return;
  const addresses = Object.entries(files).map(([name, file]) => [
    name,
    new URL(String(file), base).href,
  ]);
  Object.assign(globalThis, { [INSTALLED]: Object.fromEntries(addresses) });
}

/**
 * Says where the files of the package's folder `assets` are, for bundlers that do not copy them, and for hosts that serve them from
 * elsewhere.
 *
 * @param {string | URL} base the folder's address, relative to the page's
 */
export function setAssetBase(base) {
  const folder = new URL(String(base).replace(/\/?$/, '/'), document.baseURI);
  give({
    worker: new URL('worker.js', folder),
    engine: new URL('espeak-ng.js', folder),
    german: new URL('german.data', folder),
    english: new URL('english.data', folder),
    french: new URL('french.data', folder),
    italian: new URL('italian.data', folder),
  });
}
