/** Compiles src/ into lib/, the modules and types behind `import 'vorleser/…'`. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

process.chdir(path.join(import.meta.dirname, '..'));

const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
rmSync('lib', { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.lib.json'], { stdio: 'inherit' });

// What the compiler does not copy: declarations for frameworks, and JavaScript that has types beside it.
for (const file of ['vue.d.ts', 'svelte.d.ts']) cpSync(`src/${file}`, `lib/${file}`);
for (const file of ['ponyfill.js', 'ponyfill.d.ts', 'ponyfill-licences.txt'])
  cpSync(`src/speech/azure/${file}`, `lib/speech/azure/${file}`);
