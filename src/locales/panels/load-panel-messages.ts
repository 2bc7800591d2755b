import type { Language } from '../language.js';
import type { PanelMessages } from './panel-messages.js';

/** The texts of the panels in each language of the interface. */
const PANELS: ReadonlyMap<string, () => Promise<PanelMessages>> = new Map(
  Object.entries({
    de: async () => (await import('./de.js')).de,
    en: async () => (await import('./en.js')).en,
    fr: async () => (await import('./fr.js')).fr,
    it: async () => (await import('./it.js')).it,
  } satisfies Record<Language, () => Promise<PanelMessages>>),
);

/** The texts of the panels; the German ones where others do not load. */
export async function loadPanelMessages(lang: string): Promise<PanelMessages> {
  const messages = await PANELS.get(lang)?.().catch(() => null);
  return messages ?? (await import('./de.js')).de;
}
