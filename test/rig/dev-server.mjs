import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createServer } from 'vite';

/**
 * Starts a development server of Vite on a free port, with an empty cache as after `npm ci`.
 *
 * @param {string} [configFile] by default that of the project
 * @returns {Promise<{ address: string, close(): Promise<void> }>} `close` removes the cache as well
 */
export async function startDevServer(configFile) {
  const cacheDir = mkdtempSync(path.join(tmpdir(), 'vorleser-dev-'));
  const server = await createServer({
    ...(configFile && { configFile }),
    cacheDir,
    logLevel: 'warn',
    server: { port: 0 },
  });
  await server.listen();
  return {
    address: server.resolvedUrls?.local[0] ?? '',
    async close() {
      await server.close();
      rmSync(cacheDir, { recursive: true });
    },
  };
}
