import { loadModule } from '../console/load-module.js';
import type { AzureOptions } from './azure/azure-engine.js';
import type { SpeechEngine } from './engine.js';

/** How to make each engine, by name. Its code is imported when it is first needed; null if the browser or the page lacks it. */
const MAKERS = new Map<string, () => Promise<SpeechEngine | null>>(
  Object.entries({
    browser: async () =>
      globalThis.speechSynthesis
        ? new (
            await loadModule(import('./browser/browser-engine.js'), 'BrowserEngine')
          ).BrowserEngine()
        : null,
    embedded: async () =>
      (await loadModule(import('./espeak/make-engine.js'), 'makeEngine')).makeEngine(),
  }),
);

/** Returns how to make the engine of that name; undefined if this version has none. */
export function engineMaker(name: string): (() => Promise<SpeechEngine | null>) | undefined {
  return MAKERS.get(name);
}

/** Returns how to make the engine of the recording that an `<audio>` with a track plays. */
export function recordingMaker(audio: HTMLAudioElement): () => Promise<SpeechEngine> {
  return async () =>
    new (
      await loadModule(import('./recording/recording-engine.js'), 'RecordingEngine')
    ).RecordingEngine(audio);
}

/** Returns how to make the engine of Azure's voices, as the publisher has configured it. */
export function azureMaker(options: AzureOptions): () => Promise<SpeechEngine> {
  return async () =>
    new (await loadModule(import('./azure/azure-engine.js'), 'AzureEngine')).AzureEngine(options);
}

/** Returns how to make the engine of a speech server, at an address that may be relative to the page. */
export function serverMaker(address: string): () => Promise<SpeechEngine | null> {
  return async () =>
    (await loadModule(import('./server/server-engine.js'), 'makeServerEngine')).makeServerEngine(
      address,
    );
}
