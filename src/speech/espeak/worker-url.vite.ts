/** Where the worker's bundle is, which Vite makes for this import. */
import url from './worker.ts?worker&url';

export const workerUrl = new URL(url, import.meta.url);
