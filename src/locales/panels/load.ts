import type { More } from './panel-messages.js';

const german = async () => (await import('./de.js')).de;

const ALL: Readonly<Record<string, () => Promise<More>>> = {
  en: async () => (await import('./en.js')).en,
  fr: async () => (await import('./fr.js')).fr,
  it: async () => (await import('./it.js')).it,
};

/** The texts of a language, BCP 47; the German ones where others do not arrive. */
export function loadMore(lang: string): Promise<More> {
  return ALL[lang]?.().catch(german) ?? german();
}
