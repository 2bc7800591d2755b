import type { AzureOptions } from './azure/azure-engine.js';
import type { SpeechEngine } from './engine.js';

/** How each engine is made, by its name. Its code is fetched when it is first needed; null where a browser lacks it. */
const MAKERS: Record<string, () => Promise<SpeechEngine | null>> = {
  browser: async () =>
    globalThis.speechSynthesis
      ? new (await import('./browser/browser-engine.js')).BrowserEngine()
      : null,
  embedded: async () => new (await import('./espeak/espeak-engine.js')).EspeakEngine(),
};

/** How the engine of a name is made; undefined for a name that this version does not know. */
export function engineMaker(name: string): (() => Promise<SpeechEngine | null>) | undefined {
  return MAKERS[name];
}

/** How the engine of Azure's voices is made, as a publisher has configured it. */
export function azureMaker(options: AzureOptions): () => Promise<SpeechEngine> {
  return async () => new (await import('./azure/azure-engine.js')).AzureEngine(options);
}
