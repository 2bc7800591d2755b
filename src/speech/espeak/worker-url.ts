/** Where the worker's module is. Vite replaces this module by `worker-url.vite.ts`. */
export const workerUrl = new URL('./worker.js', import.meta.url);
