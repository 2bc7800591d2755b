/**
 * Generates the reference from the docstrings in src/: custom-elements.json, and docs/reference.md from it. `npm run docs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
// @ts-expect-error It has no types.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { renderReference } from './reference/markdown.mjs';
import { namedTypes } from './reference/types.mjs';

/** @typedef {import('./reference/manifest-plugin.mjs').Declaration} Declaration */

const ROOT = path.join(import.meta.dirname, '..');
const ENTRY = 'src/index.ts';

/**
 * Everything that the docstrings say: the manifest, the elements in it, and the types that their members mention.
 *
 * @typedef {object} Analysis
 * @property {import('custom-elements-manifest/schema').Package} manifest
 * @property {Declaration[]} elements
 * @property {import('./reference/types.mjs').NamedType[]} types
 */

/** @returns {Promise<Analysis>} */
export async function analyze() {
  const argv = ['analyze', '--quiet'];
  const manifest = await cli({ argv, cwd: ROOT, noWrite: true });
  const elements = manifest.modules.flatMap(
    (/** @type {{ declarations: Declaration[] }} */ { declarations }) => declarations,
  );
  const types = namedTypes(path.join(ROOT, ENTRY), typesOf(elements.filter(isExported())));
  return { manifest, elements, types };
}

/** The generated files, by their paths in the repository. */
export function generate(/** @type {Analysis} */ { manifest, elements, types }) {
  return [
    { file: 'custom-elements.json', content: `${JSON.stringify(manifest, null, 2)}\n` },
    { file: 'docs/reference.md', content: renderReference(groupsOf(elements), types) },
  ];
}

/** Whether the package exports an element's class; the player creates the others. */
function isExported() {
  const entry = readFileSync(path.join(ROOT, ENTRY), 'utf8');
  return ({ name = '' }) => new RegExp(`\\b${name}\\b`).test(entry);
}

function groupsOf(/** @type {Declaration[]} */ elements) {
  const exported = elements.filter(isExported());
  const isControl = ({ tagName = '' }) =>
    !['vorleser-player', 'vorleser-article'].includes(tagName);
  const byTag = (/** @type {Declaration} */ one, /** @type {Declaration} */ other) =>
    (one.tagName ?? '') < (other.tagName ?? '') ? -1 : 1;
  return [
    {
      title: 'Player and article',
      text: 'How to put them on a page: [Embedding](embedding.md).',
      elements: exported.filter((each) => !isControl(each)).sort((a, b) => byTag(b, a)),
    },
    {
      title: 'Controls',
      text: 'Each works anywhere inside a `<vorleser-player>`: [Controls](controls.md).',
      elements: exported.filter(isControl).sort(byTag),
    },
    {
      title: 'Elements that the player creates',
      text:
        'A page does not create these. The player exposes their parts: style them with ' +
        '`vorleser-player::part(…)`.',
      elements: elements.filter((each) => !exported.includes(each)).sort(byTag),
    },
  ];
}

/** The types that members of elements mention. */
function typesOf(/** @type {Declaration[]} */ elements) {
  return elements
    .flatMap(({ members = [] }) => members)
    .flatMap((member) =>
      member.kind === 'method'
        ? [member.return, ...(member.parameters ?? [])].map((each) => each?.type?.text ?? '')
        : (member.type?.text ?? ''),
    );
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, content } of generate(await analyze())) {
    writeFileSync(path.join(ROOT, file), content);
    console.log(`Wrote ${file}`);
  }
}
