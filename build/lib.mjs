/** Compiles src/ into lib/, the modules and types behind `import 'vorleser/…'`. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { transformSync } from 'esbuild';

process.chdir(path.join(import.meta.dirname, '..'));

const require = createRequire(import.meta.url);
const compiler = require.resolve('typescript/bin/tsc');
rmSync('lib', { recursive: true, force: true });
// What runs in Node only comes first, so that the other modules, some of which it uses, are compiled without Node's types.
for (const project of ['tsconfig.narrate.json', 'tsconfig.lib.json'])
  execFileSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });

// What the compiler does not copy: declarations for frameworks, and JavaScript that has types beside it.
for (const file of ['vue.d.ts', 'svelte.d.ts']) cpSync(`src/${file}`, `lib/${file}`);
for (const file of ['ponyfill.js', 'ponyfill.d.ts', 'ponyfill-licences.txt'])
  cpSync(`src/speech/azure/${file}`, `lib/speech/azure/${file}`);
includeFragmentGeneration();
shareFormulaSpeech();

/** @typedef {Record<string, string | { types: string, default: string }>} Exports */
const { bin, exports } = /** @type {{ bin: Record<string, string>, exports: Exports }} */ (
  JSON.parse(readFileSync('package.json', 'utf8'))
);
/** What consumers need: the modules and declarations of the exports, and what these import. @type {Set<string>} */
const needed = new Set();
for (const file of Object.values(bin)) addWithImports(path.normalize(file), '.js');
for (const entry of Object.values(exports))
  if (typeof entry === 'object') {
    addWithImports(path.normalize(entry.default), '.js');
    addWithImports(path.normalize(entry.types), '.d.ts');
  }
// Each file takes at least a block of the disk where the package is installed.
for (const name of readdirSync('lib', { recursive: true, encoding: 'utf8' })) {
  const file = path.join('lib', name);
  if (/\.(?:js|d\.ts)$/.test(file) && !needed.has(file)) rmSync(file);
  else if (file.endsWith('.js')) removeComments(file);
}

/** One file of this library is used, which is a seventh of its package. Its licence is in dist/licences/. */
function includeFragmentGeneration() {
  const module = 'text-fragments-polyfill/dist/fragment-generation-utils.js';
  const name = path.basename(module);
  cpSync(require.resolve(module), `lib/page/${name}`);
  const file = 'lib/page/sentence-link.js';
  writeFileSync(file, readFileSync(file, 'utf8').replace(module, `./${name}`));
}

/**
 * The rules for formulas are most of the package: if they are built, the chunk of the script for any page is used, whose licence is in
 * dist/licences/.
 */
function shareFormulaSpeech() {
  const target = 'lib/narration/spoken/formula-speech.js';
  const chunks = existsSync('dist/chunks') ? readdirSync('dist/chunks') : [];
  const chunk = chunks.find(
    (file) =>
      file.endsWith('.js') &&
      /\bas loadFormulaSpeech\b/.test(readFileSync(`dist/chunks/${file}`, 'utf8')),
  );
  if (chunk)
    writeFileSync(target, `export { loadFormulaSpeech } from '../../../dist/chunks/${chunk}';\n`);
  else cpSync('src/narration/spoken/formula-speech.js', target);
}

/** The declarations have the documentation. */
function removeComments(/** @type {string} */ file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), { charset: 'utf8' });
  writeFileSync(file, code);
}

/** @param {'.js' | '.d.ts'} ending that of the imported files, too */
function addWithImports(/** @type {string} */ file, ending) {
  if (needed.has(file)) return;
  needed.add(file);
  const imports = /\b(?:from|import|module|URL)[ (]*["'](\.[^"']+)\.js["']/g;
  for (const [, module] of readFileSync(file, 'utf8').matchAll(imports))
    addWithImports(path.join(path.dirname(file), `${module}${ending}`), ending);
}
