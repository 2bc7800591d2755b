/** Builds the pages of `bench/ready.mjs`: the same article for each player. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sirv from 'sirv';
import { build } from 'vite';
import { compressFolder } from '../../build/compress-folder.mjs';
import { wavOf } from '../../lib/speech/sound/wav.js';
import { install } from '../../test/hosts/built-apps.mjs';
import { listen } from '../../test/rig/serve.mjs';
import { longArticle } from '../long-article.mjs';
import { bareScript, BASELINE, PACKAGES, players, RECORDING } from './players.mjs';

/** The length of the article: 1,500 words, about ten minutes. */
const SENTENCES = 120;

/** Outside the repository, whose modules the peers must not find. It stays, so that the next run has less to install. */
const FOLDER = path.join(tmpdir(), 'vorleser-ready');

/** Installs the peers, builds the pages, and serves them with brotli: that of a player at `/its-name/`. */
export async function servePages() {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, 'package.json'), '{ "private": true }');
  await install(FOLDER, PACKAGES);
  const site = path.join(FOLDER, 'site');
  rmSync(site, { recursive: true, force: true });
  const recording = await recordingOf(1);
  for (const name of Object.keys(players)) {
    const folder = path.join(site, folderOf(name));
    await buildPage(name, folder);
    writeFileSync(path.join(folder, RECORDING), recording);
  }
  // A page to come from, so that the browser has a process for this origin before the time counts.
  writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>Before</title>');
  writeFileSync(path.join(site, BASELINE_FOLDER, 'bare.js'), bareScript);
  compressFolder(site);
  const [pages, ours] = [site, 'dist'].map((folder) => sirv(folder, { brotli: true }));
  return listen((request, response) => pages?.(request, response, () => ours?.(request, response)));
}

/** The folder of a player's page in the site. */
export const folderOf = (/** @type {string} */ name) => name.replaceAll(' ', '-');

const BASELINE_FOLDER = folderOf(BASELINE);

/** Puts the page of a player into a folder. A module is bundled by Vite with its defaults. */
async function buildPage(/** @type {string} */ name, /** @type {string} */ folder) {
  const { module, files = [] } = /** @type {import('./players.mjs').Player} */ (players[name]);
  const source = path.join(FOLDER, 'source', folderOf(name));
  const root = module ? source : folder;
  mkdirSync(root, { recursive: true });
  writeFileSync(path.join(root, 'index.html'), pageOf(name));
  if (module) {
    writeFileSync(path.join(root, 'main.js'), module);
    await build({
      root,
      base: './',
      configFile: false,
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
  }
  for (const file of files)
    cpSync(path.join(FOLDER, 'node_modules', file), path.join(folder, path.basename(file)));
}

function pageOf(/** @type {string} */ name) {
  const player = /** @type {import('./players.mjs').Player} */ (players[name]);
  const { html, module, head = '', end = '' } = player;
  return `<!doctype html>
<html lang="de">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Ein Artikel</title>
    <link rel="icon" href="data:,">
    ${head}${module ? '<script type="module" src="./main.js"></script>' : ''}
  </head>
  <body>
    <h1>Ein Artikel</h1>
    ${html}
    <article>${longArticle(SENTENCES, { parts: false, headings: true })}</article>
    ${end}
  </body>
</html>`;
}

/** A recording of silence, of so many seconds. */
async function recordingOf(/** @type {number} */ seconds) {
  const rate = 8000;
  const wav = wavOf([new Int16Array(rate * seconds)], rate);
  return new Uint8Array(await wav.arrayBuffer());
}
