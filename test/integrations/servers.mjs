import sirv from 'sirv';
import { listen } from '../rig/serve.mjs';

/**
 * What answers a request, by its path.
 *
 * @typedef {{ status?: number, headers?: Record<string, string>, body?: string | Buffer }} Answer
 */

/**
 * Serves answers on an origin of its own. They can be changed while it runs; all others come from a folder.
 *
 * @param {Record<string, Answer>} answers HTML unless their headers say otherwise
 * @param {string} [folder]
 * @returns {Promise<{ origin: string, foreign: string, answers: Record<string, Answer>, asked: string[], close(): void }>}
 *   `foreign` is the same server on another host, and so another site; `asked` the paths that were requested
 */
export async function serveAnswers(answers, folder) {
  const files = folder ? sirv(folder, { dev: true }) : null;
  /** @type {string[]} */
  const asked = [];
  const { port, origin, close } = await listen((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    const answer = answers[pathname];
    if (answer) {
      const { status = 200, headers = {}, body = '' } = answer;
      response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(body);
    } else if (pathname === '/favicon.ico') response.writeHead(204).end();
    else if (files) files(request, response, () => void response.writeHead(404).end());
    else response.writeHead(404).end();
  });
  return {
    origin,
    foreign: `http://127.0.0.1:${port}`,
    answers,
    asked,
    close,
  };
}

/** Waits until something is true. */
export async function until(
  /** @type {() => unknown} */ isTrue,
  /** @type {string} */ what,
  timeout = 20_000,
) {
  for (const end = Date.now() + timeout; Date.now() < end;) {
    if (await isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`It did not happen: ${what}`);
}
