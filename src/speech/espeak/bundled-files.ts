import type { VoiceFiles } from './voice-files.js';

/** The voice's files that were built with the player. Vite replaces this module by `bundled-files.vite.ts`. */
export const bundledFiles: VoiceFiles | null = null;
