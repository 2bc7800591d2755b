/** Serves the pages of other people in test/hosts/pages/, with the built files beside them. */
import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * Starts a server on a free port, which is an origin of its own.
 *
 * @returns {Promise<{ address: string, close(): void }>} the address ends with a slash
 */
export async function servePages() {
  const pages = sirv('test/hosts/pages', { dev: true });
  const build = sirv('dist', { dev: true });
  const server = createServer((request, response) =>
    pages(request, response, () => build(request, response)),
  );
  await new Promise((resolve) => server.listen(0, () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
