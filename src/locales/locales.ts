import { de } from './de.js';
import type { Messages } from './messages.js';

/** The languages of the interface besides German, BCP 47; their texts are fetched when they are used. */
const OTHERS: Readonly<Record<string, () => Promise<Messages>>> = {
  en: async () => (await import('./en.js')).en,
  fr: async () => (await import('./fr.js')).fr,
  it: async () => (await import('./it.js')).it,
};

export const LANGUAGES: readonly string[] = [de.lang, ...Object.keys(OTHERS)];

/** The first language of the interface among some tags, BCP 47, by their primary language; German where there is none. */
export function interfaceLanguage(...tags: readonly (string | null | undefined)[]): string {
  const primary = tags.map((tag) => tag?.toLowerCase().split(/[-_]/)[0] ?? '');
  return primary.find((lang) => LANGUAGES.includes(lang)) ?? de.lang;
}

/** The texts of a language. German ones are there at once, and stay where others do not arrive. */
export async function loadMessages(lang: string): Promise<Messages> {
  return (await OTHERS[lang]?.().catch(() => null)) ?? de;
}
