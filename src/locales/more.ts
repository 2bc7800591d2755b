import type { More } from './more/messages.js';

const german = async () => (await import('./more/de.js')).de;

const ALL: Readonly<Record<string, () => Promise<More>>> = {
  en: async () => (await import('./more/en.js')).en,
  fr: async () => (await import('./more/fr.js')).fr,
  it: async () => (await import('./more/it.js')).it,
};

/** The texts of a language, BCP 47; the German ones where others do not arrive. */
export function loadMore(lang: string): Promise<More> {
  return ALL[lang]?.().catch(german) ?? german();
}
