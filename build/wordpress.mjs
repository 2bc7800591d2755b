/** The WordPress plugin: integrations/wordpress/ with the player in it, so that a site loads nothing from other hosts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesIn, inFolder, playerFiles } from './player-files.mjs';
import { readPo, writeJed, writeMo } from './translations.mjs';

/** @typedef {import('./zip.mjs').File} File */

const ROOT = path.join(import.meta.dirname, '..');

/**
 * The files of the plugin, in the folder `vorleser`.
 *
 * @returns {File[]}
 * @throws an Error if nothing is built
 */
export function pluginFiles() {
  const own = filesIn(path.join(ROOT, 'integrations/wordpress/vorleser'));
  return [
    ...own,
    ...own.flatMap(translationsOf),
    { name: 'LICENSE', content: readFileSync(path.join(ROOT, 'LICENSE')) },
    ...playerFiles('player'),
  ].map(inFolder('vorleser'));
}

/** What PHP and the editor's script read of a .po file. @returns {File[]} */
function translationsOf(/** @type {File} */ { name, content }) {
  const [, base = '', locale = ''] = /^(.+-(\w+))\.po$/.exec(name) ?? [];
  if (!base) return [];
  const entries = readPo(String(content));
  return [
    { name: `${base}.mo`, content: writeMo(entries) },
    { name: `${base}-vorleser-block.json`, content: Buffer.from(writeJed(entries, locale)) },
  ];
}
