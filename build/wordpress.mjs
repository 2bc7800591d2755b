/**
 * Makes the WordPress plugin of integrations/wordpress/ and the player in dist/, as wordpress/vorleser/ and wordpress/vorleser.zip. The
 * player is part of the plugin: a site loads nothing from other hosts.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { readPo, writeJed, writeMo } from './translations.mjs';
import { zip } from './zip.mjs';

process.chdir(path.join(import.meta.dirname, '..'));

const PLUGIN = 'wordpress/vorleser';

/** What a page needs of dist/: not the pages of this project, nor the compressed copies. */
const PLAYER = ['vorleser.js', 'chunks', 'licences'];

if (!existsSync('dist/vorleser.js'))
  throw new Error('There is no build in dist/. Run `npm run build` first.');

rmSync('wordpress', { recursive: true, force: true });
cpSync('integrations/wordpress/vorleser', PLUGIN, { recursive: true });
cpSync('LICENSE', `${PLUGIN}/LICENSE`);
mkdirSync(`${PLUGIN}/player`);
for (const name of PLAYER)
  cpSync(`dist/${name}`, `${PLUGIN}/player/${name}`, {
    recursive: true,
    filter: (file) => !/\.br$|\/page-[^/]*$/.test(file),
  });
for (const file of readdirSync(`${PLUGIN}/languages`)) translate(`${PLUGIN}/languages/${file}`);

const files = readdirSync(PLUGIN, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort()
  .map((file) => ({
    name: path.relative('wordpress', file).replaceAll(path.sep, '/'),
    content: readFileSync(file),
  }));
writeFileSync('wordpress/vorleser.zip', zip(files));
console.log('Upload wordpress/vorleser.zip under Plugins, Add New');

/** Compiles a .po file for PHP and for the editor's script. */
function translate(/** @type {string} */ file) {
  const [, base = '', locale = ''] = /^(.+-(\w+))\.po$/.exec(file) ?? [];
  const entries = readPo(readFileSync(file, 'utf8'));
  writeFileSync(`${base}.mo`, writeMo(entries));
  writeFileSync(`${base}-vorleser-block.json`, writeJed(entries, locale));
}
