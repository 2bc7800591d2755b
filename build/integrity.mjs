/**
 * Makes a copy of dist/vorleser.js with a hash in its name, which may be cached for ever, and writes dist/integrity.json: the version, the
 * name of that copy, and the digest of each script, for `integrity` in tags and import maps.
 *
 * @see https://www.w3.org/TR/sri-2/
 */
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const DIST = path.join(import.meta.dirname, '../dist');
const { version } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../package.json'), 'utf8'),
);

/** As long as those in the names of chunks, in hexadecimal digits. */
const HASH_LENGTH = 6;

const digest = (/** @type {string} */ file, /** @type {'base64' | 'hex'} */ encoding) =>
  createHash('sha384')
    .update(readFileSync(path.join(DIST, file)))
    .digest(encoding);

for (const file of readdirSync(DIST)) if (/^vorleser-/.test(file)) rmSync(path.join(DIST, file));
const script = `vorleser-${digest('vorleser.js', 'hex').slice(0, HASH_LENGTH)}.js`;
copyFileSync(path.join(DIST, 'vorleser.js'), path.join(DIST, script));

const files = [
  'vorleser.js',
  script,
  ...readdirSync(path.join(DIST, 'chunks')).map((name) => `chunks/${name}`),
];
const integrity = Object.fromEntries(
  files
    .filter((file) => file.endsWith('.js'))
    .map((file) => [file, `sha384-${digest(file, 'base64')}`]),
);
writeFileSync(
  path.join(DIST, 'integrity.json'),
  `${JSON.stringify({ version, script, integrity }, null, 2)}\n`,
);
