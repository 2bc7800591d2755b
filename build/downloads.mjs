/** Packs what sites need that build nothing: the player for a web server, and the WordPress plugin. Writes both to downloads/. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { playerFiles } from './player-files.mjs';
import { pluginFiles } from './wordpress.mjs';
import { zip } from './zip.mjs';

const FOLDER = path.join(import.meta.dirname, '../downloads');

/**
 * The archives, by their names.
 *
 * @returns {Record<string, Buffer>}
 * @throws an Error if nothing is built
 */
export function downloads() {
  return {
    'vorleser.zip': zip(playerFiles('vorleser', { all: true })),
    'vorleser-wordpress.zip': zip(pluginFiles()),
  };
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, content] of Object.entries(downloads())) {
    writeFileSync(path.join(FOLDER, name), content);
    console.log(`downloads/${name}`);
  }
}
