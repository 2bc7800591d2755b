import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The modules of the project that each module imports, by their paths. @type {Map<string, { specifier: string, file: string }[]>} */
const imported = new Map();

/** @returns {{ specifier: string, file: string }[]} */
function importsOf(/** @type {string} */ file) {
  let found = imported.get(file);
  if (!found) {
    const { importedFiles } = ts.preProcessFile(read(file), true, true);
    found = importedFiles
      .map(({ fileName }) => fileName)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => ({ specifier, file: resolve(file, specifier) }));
    imported.set(file, found);
  }
  return found;
}

/** Empty for a module that is generated, and not there yet. */
function read(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function resolve(/** @type {string} */ from, /** @type {string} */ specifier) {
  return path.resolve(path.dirname(from), specifier.replace(/\.js$/, '.ts'));
}

/**
 * The shortest way of imports from one module to another.
 *
 * @returns {string[] | undefined} the modules on the way, with both ends
 */
function findPath(/** @type {string} */ from, /** @type {string} */ to) {
  const paths = [[from]];
  const seen = new Set([from]);
  for (const way of paths) {
    const last = /** @type {string} */ (way.at(-1));
    if (last === to) return way;
    for (const { file } of importsOf(last)) {
      if (seen.has(file)) continue;
      seen.add(file);
      paths.push([...way, file]);
    }
  }
  return undefined;
}

/**
 * Reports imports that lead back to their own module. Unlike `import-x/no-cycle`, it counts type imports as well: a type that a
 * lower module needs from a higher one is in the wrong place.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noImportCycles = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { cycle: 'This import leads back to this module: {{ path }}' },
  },
  create(context) {
    imported.delete(context.filename);
    const check = (/** @type {import('estree').Node & { source?: any }} */ node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
      const way = findPath(resolve(context.filename, specifier), context.filename);
      if (!way) return;
      const names = way.map((file) => path.basename(file)).join(' → ');
      context.report({ node, messageId: 'cycle', data: { path: names } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
