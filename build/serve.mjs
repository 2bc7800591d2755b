/**
 * Serves dist/: the article page on PORT (default 4173), and on the next port a page of another origin that embeds the
 * player. Stops on SIGINT and SIGTERM.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import sirv from 'sirv';

const DIST = path.join(import.meta.dirname, '../dist');
const HASHED = /^\/(vorleser|chunks\/.+)-\w{6}\.\w+$/;
const YEAR = 365 * 24 * 60 * 60;

function serveFiles() {
  if (!existsSync(path.join(DIST, 'vorleser.js')))
    throw new Error('There is no build in dist/. Run `npm run build` first.');
  return sirv(DIST, {
    brotli: true,
    etag: true,
    setHeaders(response, pathname) {
      // Pages of other origins load the modules. A file never changes if its name contains a hash of its content.
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader(
        'Cache-Control',
        HASHED.test(pathname) ? `public, max-age=${YEAR}, immutable` : 'no-cache',
      );
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });
}

/**
 * Starts both servers.
 *
 * @param {number} port 0 for any two free ports
 * @param {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => boolean} [intercept]
 *   called for each request to the article page's origin: may add headers to the response, or respond itself and return true
 * @returns {Promise<{ page: string, guest: string, close(): void }>} the URLs of the article page and of the other origin's page
 * @throws {Error} if there is no build, or a port is in use
 */
export async function serve(port, intercept) {
  const files = serveFiles();
  const own = createServer((request, response) => {
    if (!intercept?.(request, response)) files(request, response);
  });
  await listen(own, port);
  const page = addressOf(own);
  const guest = createServer(async (request, response) => {
    if (new URL(request.url ?? '/', page).pathname !== '/') {
      response.writeHead(404).end();
      return;
    }
    const html = await readFile(path.join(DIST, 'gast/index.html'), 'utf8');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html.replaceAll('https://vorleser.example/', page));
  });
  await listen(guest, port && port + 1);
  const close = () => {
    for (const server of [own, guest]) {
      server.close();
      server.closeAllConnections();
    }
  };
  return { page, guest: addressOf(guest), close };
}

/** @returns {Promise<void>} */
function listen(/** @type {import('node:http').Server} */ server, /** @type {number} */ port) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
}

function addressOf(/** @type {import('node:http').Server} */ server) {
  const address = server.address();
  if (!address || typeof address === 'string')
    throw new Error('The server is not listening on a port');
  return `http://localhost:${address.port}/`;
}

if (process.argv[1] === import.meta.filename) {
  const port = Number(process.env.PORT ?? 4173);
  try {
    const { page, guest, close } = await serve(port);
    console.log(`The article:                         ${page}`);
    console.log(`The player in four themes:           ${page}themes/`);
    console.log(`The player on another origin's page: ${guest}`);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
  } catch (error) {
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!inUse) throw error;
    console.error(
      `Port ${port} or ${port + 1} is in use. Choose another port: PORT=5000 npm start`,
    );
    process.exitCode = 1;
  }
}
