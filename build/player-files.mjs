/** The built player, as files for the server of somebody else. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('./zip.mjs').File} File */

const ROOT = path.join(import.meta.dirname, '..');

/** What each page needs of dist/. The rest are pages of this project, and compressed copies. */
const NEEDED = /^(?:vorleser\.js|(?:chunks|licences)\/.+)$/;

/** What some need: the themes, the frame, the copy for a tag with a digest. */
const OPTIONAL = /^(?:themes\/.+\.css|embed\.\w+|vorleser-\w+\.js|integrity\.json)$/;

const NOT_NEEDED = /\.br$|\/page[-.]/;

/**
 * The player in a folder.
 *
 * @param {string} folder such as `vorleser`
 * @param {{ all?: boolean }} [options] `all`: also what some pages need only
 * @returns {File[]}
 * @throws an Error if nothing is built
 */
export function playerFiles(folder, { all = false } = {}) {
  const built = path.join(ROOT, 'dist');
  if (!existsSync(path.join(built, 'vorleser.js')))
    throw new Error('There is no player in dist/. Run `npm run build` first.');
  const isWanted = (/** @type {string} */ name) =>
    (NEEDED.test(name) || (all && OPTIONAL.test(name))) && !NOT_NEEDED.test(name);
  return filesIn(built, isWanted).map(inFolder(folder));
}

/**
 * The files in a folder, named from there.
 *
 * @param {string} folder
 * @param {(name: string) => boolean} isWanted
 * @returns {File[]}
 */
export function filesIn(folder, isWanted = () => true) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.replaceAll(path.sep, '/'))
    .filter(isWanted)
    .sort()
    .map((name) => ({ name, content: readFileSync(path.join(folder, name)) }));
}

/** Puts a file into a folder. */
export const inFolder =
  (/** @type {string} */ folder) =>
  (/** @type {File} */ { name, content }) => ({ name: `${folder}/${name}`, content });
