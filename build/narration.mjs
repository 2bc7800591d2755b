/**
 * Makes the recording of the article page: dist/putin-nordkorea.opus, .mp3, .vtt and .jsonld, with the command `vorleser narrate`, which
 * build/lib.mjs has compiled. A recording of the same text is taken from node_modules/.cache/.
 */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import path from 'node:path';

const ARTICLE = 'article/putin-nordkorea.md';
const CACHE = 'node_modules/.cache/vorleser';

process.chdir(path.join(import.meta.dirname, '..'));

// The encoders of the package, so that all machines make the same files.
const options = [
  '--out',
  `${CACHE}/article`,
  '--cache',
  `${CACHE}/sentences`,
  '--encoder',
  'package',
];
execFileSync(process.execPath, ['lib/narrate/cli.js', 'narrate', ARTICLE, ...options], {
  stdio: 'inherit',
});
const name = path.basename(ARTICLE, '.md');
for (const extension of ['opus', 'mp3', 'vtt', 'jsonld'])
  cpSync(`${CACHE}/article/${name}.${extension}`, `dist/${name}.${extension}`);
