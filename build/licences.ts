import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

import { voiceFolder } from './shared.js';

/** Which file of dist/ is a copy of which licence. */
const LICENCES = {
  [`${voiceFolder}/COPYING`]: '../packages/espeak-ng/COPYING',
  [`${voiceFolder}/README.md`]: '../packages/espeak-ng/README.md',
  'licences/vorleser.txt': '../LICENSE',
  'licences/lit.txt': '../node_modules/lit/LICENSE',
  'licences/lucide.txt': './licences/lucide.txt',
  'licences/readium-speech.txt': './licences/readium-speech.txt',
  'licences/unicode.txt': './licences/unicode.txt',
  'licences/speech-rule-engine.txt': '../src/narration/spoken/formula-speech-licence.txt',
  'licences/azure.txt': '../src/speech/azure/ponyfill-licences.txt',
  'licences/text-fragments-polyfill.txt': '../node_modules/text-fragments-polyfill/LICENSE',
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
