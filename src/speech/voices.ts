import type { Voice } from './engine.js';
import { primaryLanguage, regionOf } from './language-tag.js';
import { byRank } from './voice-rank.js';
import { german } from './recommended/german.js';
import { traitsOf } from './voice-traits.js';

/** The voices that speak a language, BCP 47. Fast enough for the more than 10,000 voices that some systems list. */
export function voicesFor<V extends Voice>(voices: readonly V[], lang: string): V[] {
  const language = primaryLanguage(lang);
  return voices.filter(
    ({ lang }) => lang.toLowerCase().startsWith(language) && primaryLanguage(lang) === language,
  );
}

/**
 * The best voice for a language, or undefined if none speaks it. Prefers, in this order: a voice that is no novelty, one that
 * works on the device, one that is not robotic, one of the requested region, a higher quality, the default of the browser or
 * the system, a higher recommendation.
 */
export function bestVoice<V extends Voice>(voices: readonly V[], lang: string): V | undefined {
  const region = regionOf(lang);
  const recommended = primaryLanguage(lang) === 'de' ? german : undefined;
  const ranked = voicesFor(voices, lang).map((voice) => {
    const { quality, recommendationIndex, ...traits } = traitsOf(voice, recommended);
    const inRegion = region !== undefined && regionOf(traits.lang) === region;
    const rank = [quality >= 0, voice.localService, quality > 0, inRegion, quality].map(Number);
    return { voice, rank: [...rank, Number(voice.default), -recommendationIndex] };
  });
  return ranked.sort(byRank)[0]?.voice;
}
