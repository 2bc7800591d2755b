/**
 * Generates src/narration/abbreviation-breaks.generated.ts from the table of abbreviations. The whole table is needed only to
 * speak; to split sentences, a page loads only the forms that have an entry in the table's column 4.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';

const narration = path.join(import.meta.dirname, '../src/narration');
const table = await readFile(path.join(narration, 'spoken/abbreviations.ts'), 'utf8');
const { code } = await transform(table, { loader: 'ts' });
const { abbreviationTable } = await import(`data:text/javascript,${encodeURIComponent(code)}`);

/** The forms without spaces, hyphens and the last full stop, as a regular expression; sorted by length, which compresses best. */
function formsWith(/** @type {string} */ kind) {
  /** @type {string[]} */
  const forms = abbreviationTable
    .filter((/** @type {{ sentenceBreak: string }} */ { sentenceBreak }) => sentenceBreak === kind)
    .map((/** @type {{ form: string }} */ { form }) => form.replace(/[\s-]|\.$/g, ''));
  return forms
    .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
    .join('|')
    .replaceAll('.', '\\.');
}

const lists = ['never', 'perhaps', 'always'].map(
  (kind) => `export const ${kind} = /^(?:${formsWith(kind)})$/;\n`,
);
await writeFile(
  path.join(narration, 'abbreviation-breaks.generated.ts'),
  `/** Generated from spoken/abbreviations.ts by build/abbreviations.mjs. Do not edit. */
${lists.join('')}`,
);
