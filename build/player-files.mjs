/** The built player, as files for the server of somebody else. */
import { readdirSync, readFileSync } from 'node:fs';
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
  const built = filesIn(path.join(ROOT, 'dist'));
  if (!built.some(({ name }) => name === 'vorleser.js'))
    throw new Error('There is no player in dist/. Run `npm run build` first.');
  return built
    .filter(({ name }) => NEEDED.test(name) || (all && OPTIONAL.test(name)))
    .filter(({ name }) => !NOT_NEEDED.test(name))
    .map(inFolder(folder));
}

/** All files in a folder, named from there. @returns {File[]} */
export function filesIn(/** @type {string} */ folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({
      name: path.relative(folder, file).replaceAll(path.sep, '/'),
      content: readFileSync(file),
    }));
}

/** Puts a file into a folder. */
export const inFolder =
  (/** @type {string} */ folder) =>
  (/** @type {File} */ { name, content }) => ({ name: `${folder}/${name}`, content });
