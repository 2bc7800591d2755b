import { german } from './german.js';
import type { RecommendedVoices } from './recommended-voices.js';

/** What is recommended for a primary language; undefined where nothing is known, or its table does not arrive. */
export async function recommendedFor(language: string): Promise<RecommendedVoices | undefined> {
  if (language === 'de') return german;
  return import('./other-languages.js').then(
    ({ otherLanguages }) => otherLanguages[language],
    () => undefined,
  );
}
