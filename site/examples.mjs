/** Makes pages of the snippets in the documentation: for its tests, and for the site, which shows them at work. */
import path from 'node:path';
import { buildSync } from 'esbuild';
import { textOf } from './source.mjs';

const ROOT = path.join(import.meta.dirname, '..');

/** @typedef {import('./source.mjs').Section} Section */

/** The host of the script in the snippets; the built files stand for it. */
export const HOST = 'https://your-host.example/vorleser/';

/** What stands for „…“ in a snippet, and is read. */
export const TEXT = 'Der erste Satz des Artikels. Ein zweiter folgt.';

/** The same on the site, where people listen to it. */
const TITLE = 'Warum Mauersegler im Flug schlafen';
const STORY = `Wer an einem Sommerabend nach oben sieht, hört sie oft, bevor er sie sieht. Mauersegler jagen mit bis zu
  100 Kilometern in der Stunde um die Dächer, und sie landen dabei so gut wie nie. Außerhalb der Brutzeit bleiben manche
  zehn Monate lang in der Luft.`;

/** The article of a snippet that has none. */
const ARTICLE = `<article id="story" lang="de">
  <h1>Der Titel</h1><p>${TEXT}</p><div class="part"><p>${TEXT}</p></div><p class="credit">Foto: Keystone</p>
</article>`;

/** A page that has only the script and a player. */
export const PLAYER = `<script type="module" src="${HOST}vorleser.js"></script><vorleser-player for="story"></vorleser-player>`;

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

/** Where the page of an example shows what its script logs. */
const CONSOLE = '<pre id="console" role="log" aria-label="Console"></pre>';

/** Shows what a script logs, which readers would have to open the browser's console for. */
const SHOW_LOGS = `
const output = document.querySelector('#console');
const { log } = console;
console.log = (...values) => {
  log(...values);
  output?.append(values.filter((value) => value !== undefined).join(' ') + '\\n');
};`;

/** Bundling takes 0.1 s, and the site is made again for each request while one writes. @type {Map<string, string>} */
const bundles = new Map();

/** The script of an example's page, with the modules that it imports; empty if the example has none. */
export function liveScriptOf(/** @type {Section} */ example) {
  const script = textOf(example, 'js');
  if (!script) return '';
  const bundled = bundles.get(script) ?? bundle(script);
  bundles.set(script, bundled);
  return bundled;
}

function bundle(/** @type {string} */ script) {
  const { outputFiles } = buildSync({
    // In a block, so that its names are not those of the example.
    stdin: { contents: `{${SHOW_LOGS}\n}\n${script}`, resolveDir: ROOT },
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * The page that the site shows for an example, in a frame: as `pageOf` makes it, with an article worth listening to, the look of the
 * site, and the voices that the visitor has.
 *
 * @param {Section} example
 * @param {{ root: string, styleSheet: string, script: string }} addresses of the player's folder, with a slash at its end, of the
 *   frame's style, and of what `liveScriptOf` returns
 */
export function livePageOf(example, { root, styleSheet, script }) {
  const snippet = textOf(example, 'html') || PLAYER;
  const told = snippet.replace(/(<h1>)…/, `$1${TITLE}`).replaceAll('…', STORY);
  return pageOf(told, textOf(example, 'css'))
    .replaceAll(TEXT, STORY)
    .replace('Der Titel', TITLE)
    .replace(' engines="embedded"', '')
    .replaceAll(HOST, root)
    .replace(
      '<title>',
      `<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="${styleSheet}"><title>`,
    )
    .replace('Ein Beispiel', example.title)
    .replace('<body>', '<body><div id="example">')
    .replace('</body>', `${afterArticle(example, script)}</body>`);
}

/** The end of the page's content, and the script. */
function afterArticle(/** @type {Section} */ example, /** @type {string} */ script) {
  const text = textOf(example, 'js');
  const output = text.includes('console.log') ? CONSOLE : '';
  return `${output}</div>${text ? `<script type="module" src="${script}"></script>` : ''}`;
}
