/** Makes pages of the snippets of a section, and serves them. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { build } from 'esbuild';
import sirv from 'sirv';

/** @typedef {import('./pages.mjs').Section} Section */

/** The host of the script in the snippets; the built files stand for it. */
export const HOST = 'https://your-host.example/';

/** What stands for „…“ in a snippet, and is read. */
const TEXT = 'Der erste Satz des Artikels. Ein zweiter folgt.';

/** The article of a snippet that has none. */
const ARTICLE = `<article id="story" lang="de">
  <h1>Der Titel</h1><p>${TEXT}</p><div class="part"><p>${TEXT}</p></div><p class="credit">Foto: Keystone</p>
</article>`;

/** A page that has only the script and a player. */
export const PLAYER = `<script type="module" src="${HOST}vorleser.js"></script><vorleser-player for="story"></vorleser-player>`;

/** Everything an example has in one language. */
export function textOf(/** @type {Section} */ { fences }, /** @type {string} */ lang) {
  return fences
    .filter((fence) => fence.lang === lang)
    .map(({ text }) => text)
    .join('\n\n');
}

/**
 * Makes a page of a snippet: with an article if it has none, with the script if it has a player and no script, and with the embedded
 * voice unless it names engines, since that is the same everywhere.
 */
export function pageOf(/** @type {string} */ snippet, style = '') {
  const player = snippet.includes('<vorleser-') && !snippet.includes('<script');
  const html = [
    player ? `<script type="module" src="${HOST}vorleser.js"></script>` : '',
    snippet.replaceAll('…', TEXT),
    snippet.includes('<article') ? '' : ARTICLE,
  ].join('\n');
  const spoken = html.replace(/<vorleser-player(?![^>]*\sengines=)/g, '$& engines="embedded"');
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Ein Beispiel</title>
    ${style && `<style>${style}</style>`}</head><body>${spoken}</body></html>`;
}

/**
 * Serves one page after another on an origin of its own, with the built files beside it.
 *
 * @param {string} dist the address of the built files on another origin
 */
export async function serveSnippets(dist) {
  const files = sirv('dist', { dev: true });
  let html = '';
  /** @type {Record<string, string>} */
  let headers = {};
  /** @type {Record<string, { type: string, text: string }>} */
  let others = {};
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const other = others[pathname];
    if (pathname === '/page') {
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
      response.end(html.replaceAll(HOST, dist));
    } else if (other) {
      response.writeHead(200, { 'Content-Type': other.type });
      response.end(other.text);
    } else if (pathname === '/favicon.ico') response.writeHead(204).end();
    else files(request, response);
  });
  await new Promise((resolve) => server.listen(0, () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://localhost:${port}/page`,
    /**
     * What is served from now on.
     *
     * @param {{ html: string, headers?: Record<string, string>, others?: typeof others }} what
     */
    show(what) {
      ({ html, headers = {}, others = {} } = what);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * Bundles a script for a page, with the package's modules from lib/. `value; // [1, 2]` checks the value: what is found is put
 * into `window.checks`. `window.done` says that the script has run to its end.
 */
export async function bundle(/** @type {string} */ script) {
  const { outputFiles } = await build({
    stdin: { contents: `${withChecks(script)}\nwindow.done = true;`, resolveDir: process.cwd() },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // Its paths lead to src/; users have the package's exports.
    tsconfigRaw: {},
    // eSpeak NG imports it in Node only.
    external: ['module'],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** Turns `value; // literal` into a check; a comment that is no literal is prose. */
export function withChecks(/** @type {string} */ script) {
  return script.replace(/^([^\s/].*?); \/\/ (.+)$/gm, (line, expression, comment) =>
    /^(?:const|let|import|export|return)\b/.test(expression) || !isLiteral(comment)
      ? line
      : `(window.checks ??= []).push({ line: ${JSON.stringify(line)}, actual: ${expression}, expected: ${comment} });`,
  );
}

function isLiteral(/** @type {string} */ text) {
  if (!/^(?:[[{"'\d-]|true$|false$|null$)/.test(text)) return false;
  try {
    new Function(`return (${text})`)();
    return true;
  } catch {
    return false;
  }
}

/** The elements, as custom-elements.json describes them. */
export function elements() {
  /** @type {import('custom-elements-manifest/schema').Package} */
  const { modules } = JSON.parse(readFileSync('custom-elements.json', 'utf8'));
  return modules.flatMap(
    ({ declarations = [] }) =>
      /** @type {import('../../build/reference/manifest-plugin.mjs').Declaration[]} */ (
        declarations
      ),
  );
}
