import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** Which file of dist/ is a copy of which licence. */
const LICENCES = {
  'espeak-ng/COPYING': '../node_modules/@echogarden/espeak-ng-emscripten/COPYING',
  'azure/LICENCES.txt': '../src/speech/azure/ponyfill-licences.txt',
  'text-fragments-polyfill/LICENSE': '../node_modules/text-fragments-polyfill/LICENSE',
};

/** Ships the licences of third-party code beside it. */
export function licences(): Plugin {
  return {
    name: 'licences',
    generateBundle() {
      for (const [fileName, licence] of Object.entries(LICENCES)) {
        const source = readFileSync(fileURLToPath(new URL(licence, import.meta.url)));
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
