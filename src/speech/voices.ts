import type { Voice } from './engine.js';
import { primaryLanguage, regionOf } from './language-tag.js';
import { byRank } from './voice-rank.js';
import { german } from './recommended/german.js';
import { traitsOf } from './voice-traits.js';

/** Those of many voices that speak a language, BCP 47. A system may list more than 10,000. */
export function voicesFor<V extends Voice>(voices: readonly V[], lang: string): V[] {
  const language = primaryLanguage(lang);
  return voices.filter(
    ({ lang }) => lang.toLowerCase().startsWith(language) && primaryLanguage(lang) === language,
  );
}

/**
 * The best voice for a language, or undefined where none speaks it: one that works on the device, no robot, the region
 * asked for, the best that is recommended. What the browser or the system would choose decides among equals.
 */
export function bestVoice<V extends Voice>(voices: readonly V[], lang: string): V | undefined {
  const region = regionOf(lang);
  const recommended = primaryLanguage(lang) === 'de' ? german : undefined;
  const ranked = voicesFor(voices, lang).map((voice) => {
    const { quality, recommendationOrder: place, ...traits } = traitsOf(voice, recommended);
    const inRegion = region !== undefined && regionOf(traits.lang) === region;
    const rank = [quality >= 0, voice.localService, quality > 0, inRegion, quality].map(Number);
    return { voice, rank: [...rank, Number(voice.default), -place] };
  });
  return ranked.sort(byRank)[0]?.voice;
}
