import { fileURLToPath } from 'node:url';
import type { Alias } from 'vite';

/** The oldest JavaScript that the browsers we support understand. */
export const target = 'es2022';

/** The folder of dist/ with the files of the embedded voice, whose licence differs. */
export const voiceFolder = 'chunks/espeak-ng';

/**
 * Names of the files in dist/chunks/: hashes of their content, so that browsers can keep the files forever. The names of their
 * modules would make the first load 100 bytes longer.
 */
export const chunkNames = {
  chunkFileNames: 'chunks/[hash:7].js',
  assetFileNames: ({ originalFileNames: [file = ''] }: { originalFileNames: string[] }) =>
    `${file.startsWith('packages/espeak-ng/') ? voiceFolder : 'chunks'}/[name]-[hash:7][extname]`,
  hashCharacters: 'base36',
} as const;

/** With Vite, the player has the embedded voice: `bundled-files.vite.ts` names the files that Vite makes. */
export const modulesForVite: Alias = {
  find: './bundled-files.js',
  replacement: fileURLToPath(
    new URL('../src/speech/espeak/bundled-files.vite.ts', import.meta.url),
  ),
};
