import { de } from './de.js';
import type { Messages } from './messages.js';
import type { PanelMessages } from './panels/panel-messages.js';

interface Locale {
  /** The texts of the default bar. */
  readonly messages: () => Promise<Messages>;
  /** The texts of the settings, the list of keys, the mini bar and the other controls outside of the default bar. */
  readonly panelMessages: () => Promise<PanelMessages>;
}

/** The languages of the interface, by their primary language subtag, BCP 47. */
const LOCALES: Readonly<Record<string, Locale>> = {
  de: {
    messages: () => Promise.resolve(de),
    panelMessages: async () => (await import('./panels/de.js')).de,
  },
  en: {
    messages: async () => (await import('./en.js')).en,
    panelMessages: async () => (await import('./panels/en.js')).en,
  },
  fr: {
    messages: async () => (await import('./fr.js')).fr,
    panelMessages: async () => (await import('./panels/fr.js')).fr,
  },
  it: {
    messages: async () => (await import('./it.js')).it,
    panelMessages: async () => (await import('./panels/it.js')).it,
  },
};

export const LANGUAGES: readonly string[] = Object.keys(LOCALES);

/** The primary subtag of the first of some language tags, BCP 47, that the interface is available in; German if there is none. */
export function interfaceLanguage(...tags: readonly (string | null | undefined)[]): string {
  const primary = tags.map((tag) => tag?.toLowerCase().split(/[-_]/)[0] ?? '');
  return primary.find((lang) => LANGUAGES.includes(lang)) ?? de.lang;
}

/** The texts of the default bar; the German ones where others do not load. */
export async function loadMessages(lang: string): Promise<Messages> {
  return (await LOCALES[lang]?.messages().catch(() => null)) ?? de;
}

/** The texts of the panels; the German ones where others do not load. */
export function loadPanelMessages(lang: string): Promise<PanelMessages> {
  const german = (LOCALES.de as Locale).panelMessages;
  return LOCALES[lang]?.panelMessages().catch(german) ?? german();
}
