/** Builds the documentation site, and serves it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { serve } from '../rig/serve.mjs';

process.chdir(path.join(import.meta.dirname, '../..'));

const OUTPUT = 'site/dist';

/** What the build of the player brings along, which is no page of the site. */
const NOT_OURS = /^(?:stile|chunks|azure|espeak-ng|bookmarklet)\/|^embed\.html$/;

/** Builds the site beside the player in dist/. */
export async function buildSite() {
  await build({ configFile: 'site/vite.config.ts', logLevel: 'error' });
  const files = readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll(path.sep, '/'),
  );
  const html = files.filter((name) => name.endsWith('.html') && !NOT_OURS.test(name)).sort();
  return {
    files: new Set(files),
    /** The pages with navigation. */
    pages: html.filter((name) => !name.startsWith('examples/')),
    /** The pages in frames. */
    examples: html.filter((name) => name.startsWith('examples/')),
    read: (/** @type {string} */ name) => readFileSync(path.join(OUTPUT, name), 'utf8'),
    server: await serve([OUTPUT]),
  };
}
