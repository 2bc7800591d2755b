import { de } from './de.js';
import type { Language } from './language.js';
import type { Messages } from './messages.js';

/** The texts of the default bar. */
const MESSAGES: Readonly<Record<Language, () => Promise<Messages>>> = {
  de: () => Promise.resolve(de),
  en: async () => (await import('./en.js')).en,
  fr: async () => (await import('./fr.js')).fr,
  it: async () => (await import('./it.js')).it,
};

export const LANGUAGES: readonly string[] = Object.keys(MESSAGES);

/** The primary subtag of the first of some language tags, BCP 47, that the interface is available in; German if there is none. */
export function interfaceLanguage(...tags: readonly (string | null | undefined)[]): Language {
  const primary = tags.map((tag) => tag?.toLowerCase().split(/[-_]/)[0] ?? '');
  return primary.find((lang): lang is Language => LANGUAGES.includes(lang)) ?? 'de';
}

/** The texts of the default bar; the German ones where others do not load. */
export async function loadMessages(lang: Language): Promise<Messages> {
  return (await MESSAGES[lang]().catch(() => null)) ?? de;
}
