/** Compiles src/ into lib/, the modules and types behind `import 'vorleser/…'`. */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
rmSync('lib', { recursive: true, force: true });
// What runs in Node only comes first, so that the other modules, some of which it uses, are compiled without Node's types.
for (const project of ['tsconfig.narrate.json', 'tsconfig.lib.json'])
  execFileSync(process.execPath, [compiler, '-p', project], { stdio: 'inherit' });

// What the compiler does not copy: declarations for frameworks, and JavaScript that has types beside it.
for (const file of ['vue.d.ts', 'svelte.d.ts']) cpSync(`src/${file}`, `lib/${file}`);
for (const file of ['ponyfill.js', 'ponyfill.d.ts', 'ponyfill-licences.txt'])
  cpSync(`src/speech/azure/${file}`, `lib/speech/azure/${file}`);
for (const file of ['formula-speech.js', 'formula-speech-licence.txt'])
  cpSync(`src/narration/spoken/${file}`, `lib/narration/spoken/${file}`);

/** @typedef {Record<string, string | { types: string }>} Exports */
const { exports } = /** @type {{ exports: Exports }} */ (
  JSON.parse(readFileSync('package.json', 'utf8'))
);
/** The declarations that consumers need: those of the exports, and what these import. @type {Set<string>} */
const needed = new Set();
for (const entry of Object.values(exports))
  if (typeof entry === 'object') addDeclarations(path.normalize(entry.types));
// Each file takes at least a block of the disk where the package is installed. Modules of types are never imported when it runs.
for (const name of readdirSync('lib', { recursive: true, encoding: 'utf8' })) {
  const file = path.join('lib', name);
  const isSuperfluous = file.endsWith('.d.ts')
    ? !needed.has(file)
    : file.endsWith('.js') && readFileSync(file, 'utf8').trim() === 'export {};';
  if (isSuperfluous) rmSync(file);
}

function addDeclarations(/** @type {string} */ file) {
  if (needed.has(file)) return;
  needed.add(file);
  const imports = /\b(?:from|import|module)[ (]["'](\.[^"']+)\.js["']/g;
  for (const [, module] of readFileSync(file, 'utf8').matchAll(imports))
    addDeclarations(path.join(path.dirname(file), `${module}.d.ts`));
}
