import sirv from 'sirv';
import { listen } from './serve.mjs';

/**
 * Serves dist/ on a free port, which is an origin of its own, as hosts that pages of other origins may use do, and pages that are put there.
 *
 * @param {string} [folder] where dist/ is served
 */
export async function host(folder = '/') {
  const files = sirv('dist', {
    dev: true,
    setHeaders: (response) => response.setHeader('Access-Control-Allow-Origin', '*'),
  });
  /** @type {Map<string, { html: string, headers: Record<string, string> }>} */
  const pages = new Map();
  const { origin: address, close } = await listen((request, response) => {
    const { url = '/' } = request;
    const page = pages.get(url);
    if (page)
      response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...page.headers })
        .end(page.html);
    else if (url.startsWith(folder)) {
      request.url = `/${url.slice(folder.length)}`;
      files(request, response);
    } else response.writeHead(404).end();
  });
  return {
    /** Its origin. */
    address,
    /** The address of the player's script. */
    script: `${address}${folder}vorleser.js`,
    /**
     * Puts a page there.
     *
     * @param {string} html
     * @param {Record<string, string>} [headers] of the page
     * @returns {string} its address
     */
    put(html, headers = {}) {
      const path = `/page-${pages.size}`;
      pages.set(path, { html, headers });
      return address + path;
    },
    close,
  };
}
