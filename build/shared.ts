import { fileURLToPath } from 'node:url';
import type { Alias } from 'vite';

/** The oldest JavaScript that the browsers we support understand. */
export const target = 'es2022';

/** Names of the files in dist/chunks/. Each contains a hash of its content, so that browsers can keep the file forever. */
export const chunkNames = {
  chunkFileNames: 'chunks/[name]-[hash:6].js',
  assetFileNames: 'chunks/[name]-[hash:6][extname]',
  hashCharacters: 'base36',
} as const;

/** With Vite, the player has the embedded voice: `bundled-files.vite.ts` names the files that Vite makes. */
export const modulesForVite: Alias = {
  find: './bundled-files.js',
  replacement: fileURLToPath(
    new URL('../src/speech/espeak/bundled-files.vite.ts', import.meta.url),
  ),
};
