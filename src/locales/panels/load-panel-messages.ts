import { loadModule } from '../../console/load-module.js';
import type { Language } from '../language.js';
import type { PanelMessages } from './panel-messages.js';

/** The texts of the panels in each language of the interface. */
const PANELS: ReadonlyMap<string, () => Promise<PanelMessages>> = new Map(
  Object.entries({
    de: async () => (await loadModule(import('./de.js'), 'de')).de,
    en: async () => (await loadModule(import('./en.js'), 'en')).en,
    fr: async () => (await loadModule(import('./fr.js'), 'fr')).fr,
    it: async () => (await loadModule(import('./it.js'), 'it')).it,
  } satisfies Record<Language, () => Promise<PanelMessages>>),
);

/** The texts of the panels; the German ones where others do not load. */
export async function loadPanelMessages(lang: string): Promise<PanelMessages> {
  const messages = await PANELS.get(lang)?.().catch(() => null);
  return messages ?? (await loadModule(import('./de.js'), 'de')).de;
}
