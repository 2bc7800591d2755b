/** Compiles the modules that `import 'vorleser/…'` finds, with their types, into lib/. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

rmSync('lib', { recursive: true, force: true });
execFileSync('npx', ['tsc', '-p', 'tsconfig.lib.json'], { stdio: 'inherit' });
cpSync('src/speech/espeak/voice', 'lib/speech/espeak/voice', {
  recursive: true,
  filter: (source) => !source.endsWith('.ts'),
});
for (const file of ['ponyfill.js', 'ponyfill.d.ts', 'ponyfill-licences.txt'])
  cpSync(`src/speech/azure/${file}`, `lib/speech/azure/${file}`);
