import { german } from './german.js';
import type { RecommendedVoices } from './recommended-voices.js';

/** The recommendations for a primary language; undefined if there are none, or if their module cannot be loaded. */
export async function recommendedFor(language: string): Promise<RecommendedVoices | undefined> {
  if (language === 'de') return german;
  return import('./other-languages.js').then(
    ({ otherLanguages }) => otherLanguages.get(language),
    () => undefined,
  );
}
