/**
 * Generates from the docstrings in src/: custom-elements.json, and from it docs/reference.md, the types of the elements for
 * TypeScript and templates, and what editors offer. `npm run reference`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
// @ts-expect-error It has no types.
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { cssData, htmlData, webTypes } from './reference/editor-data.mjs';
import { renderElementTypes } from './reference/element-types.mjs';
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
  const exported = elements.filter(isExported());
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const json = (/** @type {unknown} */ value) => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { file: 'custom-elements.json', content: json(manifest) },
    { file: 'docs/reference.md', content: renderReference(groupsOf(elements), types) },
    {
      file: 'src/elements.generated.ts',
      content: renderElementTypes(manifest.modules, exported, types),
    },
    { file: 'vscode.html-custom-data.json', content: json(htmlData(exported, types)) },
    { file: 'vscode.css-custom-data.json', content: json(cssData(exported)) },
    // Only editors read it.
    { file: 'web-types.json', content: JSON.stringify(webTypes(version, exported)) },
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

/** The types that members and events of elements mention. */
function typesOf(/** @type {Declaration[]} */ elements) {
  return elements.flatMap(({ members = [], events = [] }) => [
    ...members.flatMap((member) =>
      member.kind === 'method'
        ? [member.return, ...(member.parameters ?? [])].map((each) => each?.type?.text ?? '')
        : (member.type?.text ?? ''),
    ),
    ...events.map(({ type }) => type.text),
  ]);
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, content } of generate(await analyze())) {
    writeFileSync(path.join(ROOT, file), content);
    console.log(`Wrote ${file}`);
  }
}
