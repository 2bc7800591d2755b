import url from './worker.ts?worker&url';

export const workerUrl = new URL(url, import.meta.url);
