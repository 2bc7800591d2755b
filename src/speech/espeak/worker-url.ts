/** Where the worker's module lies. Vite puts `worker-url.vite.ts` in this file's place when it builds. */
export const workerUrl = new URL('./worker.js', import.meta.url);
