/** Serves pages that are made of snippets, and bundles their scripts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import sirv from 'sirv';
import { HOST } from '../../site/examples.mjs';
import { listen } from '../rig/serve.mjs';

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
  const { origin, close } = await listen((request, response) => {
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
  return {
    address: `${origin}/page`,
    /**
     * What is served from now on.
     *
     * @param {{ html: string, headers?: Record<string, string>, others?: typeof others }} what
     */
    show(what) {
      ({ html, headers = {}, others = {} } = what);
    },
    close,
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

/** Imports a module of TypeScript. */
export async function importSource(/** @type {string} */ file) {
  const outfile = path.resolve('test/output/docs', `${path.basename(file, '.ts')}.mjs`);
  await build({ entryPoints: [file], outfile, bundle: true, packages: 'external', format: 'esm' });
  return import(pathToFileURL(outfile).href);
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
