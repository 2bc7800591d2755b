import type { VoiceFiles } from './voice-files.js';
/** Where the worker's bundle is, which Vite makes for this import. */
import worker from './worker.ts?worker&url';

/** In files of their own: in libraries, Vite inlines other files as `data:` URLs. */
const urls = {
  worker: new URL(worker, import.meta.url),
  engine: new URL('../../../packages/espeak-ng/assets/espeak-ng.js?no-inline', import.meta.url),
  german: new URL('../../../packages/espeak-ng/assets/german.data?no-inline', import.meta.url),
  english: new URL('../../../packages/espeak-ng/assets/english.data?no-inline', import.meta.url),
  french: new URL('../../../packages/espeak-ng/assets/french.data?no-inline', import.meta.url),
  italian: new URL('../../../packages/espeak-ng/assets/italian.data?no-inline', import.meta.url),
};

/** The voice's files that were built with the player. */
export const bundledFiles = Object.fromEntries(
  Object.entries(urls).map(([name, { href }]) => [name, href]),
) as unknown as VoiceFiles;
