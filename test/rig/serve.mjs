import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * Starts a server on a free port, which is an origin of its own.
 *
 * @param {import('node:http').RequestListener} answer
 */
export async function listen(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    /** Without a slash at its end. */
    origin: `http://localhost:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Serves the files of some folders on a free port, which is an origin of its own, and a page at all addresses without a file.
 *
 * @param {string[]} folders the first one that has a file serves it
 * @param {string} [html] the page; without it, the answer is 404
 * @param {Record<string, string>} [headers] of the page
 * @returns {Promise<{ address: string, close(): void }>} the address ends with a slash
 */
export async function serve(folders, html, headers = {}) {
  const servers = folders.map((folder) => sirv(folder, { dev: true }));
  const { origin, close } = await listen((request, response) => {
    const next = (index = 0) => {
      const files = servers[index];
      if (files) {
        files(request, response, () => next(index + 1));
        return;
      }
      const type = { 'Content-Type': 'text/html; charset=utf-8' };
      response.writeHead(html ? 200 : 404, { ...type, ...headers }).end(html);
    };
    next();
  });
  return { address: `${origin}/`, close };
}
