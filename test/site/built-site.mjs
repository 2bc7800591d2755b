/** Builds the documentation site, and serves it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { serve } from '../rig/serve.mjs';

process.chdir(path.join(import.meta.dirname, '../..'));

const OUTPUT = 'site/dist';

/** Builds the site beside the player in dist/. */
export async function buildSite() {
  await build({ configFile: 'site/vite.config.ts', logLevel: 'error' });
  const files = readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll(path.sep, '/'),
  );
  const read = (/** @type {string} */ name) => readFileSync(path.join(OUTPUT, name), 'utf8');
  const html = files.filter((name) => name.endsWith('.html')).sort();
  return {
    files: new Set(files),
    /** The pages of the site: the player in dist/ brings others along. */
    pages: html.filter((name) => read(name).includes('<main id="content"')),
    /** The pages in frames. */
    examples: html.filter((name) => name.startsWith('examples/')),
    read,
    server: await serve([OUTPUT]),
  };
}
