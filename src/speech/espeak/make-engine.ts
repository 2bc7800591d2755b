import { warn } from '../../console/report.js';
import { bundledFiles } from './bundled-files.js';
import { EspeakEngine } from './espeak-engine.js';
import type { VoiceFiles } from './voice-files.js';

/** Where the package `vorleser-espeak-ng` says where its files are, to every copy of the player on the page. */
const INSTALLED = Symbol.for('vorleser-espeak-ng');

/** Makes the engine of the embedded voice; null where it is not installed, which the console says. */
export function makeEngine(): EspeakEngine | null {
  const files = (globalThis as { [INSTALLED]?: VoiceFiles })[INSTALLED] ?? bundledFiles;
  if (files) return new EspeakEngine(files);
  warn(
    "vorleser: the embedded voice is not there. npm install vorleser-espeak-ng, and import 'vorleser-espeak-ng' in code that runs in the browser (in Next, a file with 'use client'). To do without it, set engines=\"browser\"",
  );
  return null;
}
