/**
 * Builds the other ways in beside dist/vorleser.js: the frame (embed.html), and the bookmarklet with its user script. Each of their
 * scripts is one file without imports but that of vorleser.js.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

process.chdir(path.join(import.meta.dirname, '..'));

/** @type {import('esbuild').BuildOptions} */
const options = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  outdir: 'dist',
  // Without the paths of tsconfig.json, which are for the documentation's examples.
  tsconfigRaw: {
    compilerOptions: { useDefineForClassFields: false },
  },
  logLevel: 'warning',
};

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @see https://violentmonkey.github.io/api/metadata-block/ */
const METADATA = `// ==UserScript==
// @name         Vorleser
// @namespace    vorleser
// @version      ${version}
// @description  Reads the article of a page aloud and highlights each sentence
// @description:de  Liest den Artikel einer Seite vor und markiert jeden Satz
// @match        *://*/*
// @grant        none
// @noframes
// @run-at       document-idle
// @license      MIT
// ==/UserScript==
`;

/** The user script has no files beside it, so the licences of all that is in it are a comment at its end. */
const NOTICES = readdirSync('dist/licences')
  .map((file) => readFileSync(`dist/licences/${file}`, 'utf8').trim())
  .join('\n\n--------\n\n');

await build({
  ...options,
  entryPoints: {
    embed: 'integrations/embed/embed.ts',
    bookmarklet: 'integrations/bookmarklet/bookmarklet.ts',
    'bookmarklet-page': 'integrations/bookmarklet/page.ts',
  },
  external: ['./vorleser.js'],
});
await build({
  ...options,
  entryPoints: { 'vorleser.user': 'integrations/bookmarklet/user-script.ts' },
  format: 'iife',
  banner: { js: METADATA },
  footer: { js: `/*\n${NOTICES}\n*/` },
  legalComments: 'none',
  // Only the embedded voice asks where its files are, and the user script does without it.
  logOverride: { 'empty-import-meta': 'silent' },
});

for (const file of ['embed.html', 'embed.css', 'embed.json'])
  cpSync(`integrations/embed/${file}`, `dist/${file}`);
mkdirSync('dist/bookmarklet', { recursive: true });
cpSync('integrations/bookmarklet/index.html', 'dist/bookmarklet/index.html');
