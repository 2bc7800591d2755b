import type { Voice } from './engine.js';
import { primaryLanguage, regionOf } from './language-tag.js';
import { byRank, type VoiceRank } from './voice-rank.js';
import { recommendedFor } from './recommended/by-language.js';
import type { RecommendedVoices } from './recommended/recommended-voices.js';
import { type VoiceTraits, traitsOf } from './voice-traits.js';
import { displayName, type VoiceTexts } from './voice-name.js';
import { voicesFor } from './voices.js';

/** A voice as it is offered to a listener. */
export interface ListedVoice extends Omit<Voice, 'default'> {
  /** The name of its engine. */
  readonly engine: string;
  /** Its name for people, without its region. */
  readonly name: string;
}

interface RankedVoice {
  readonly voice: Voice;
  readonly traits: VoiceTraits;
  readonly rank: VoiceRank;
}

/**
 * The voices of engines that are worth a choice, engine by engine and the best first: no jokes, none twice, and no robots
 * where there is a better voice on the device.
 *
 * @param lang the language that they are to speak, BCP 47; voices of its region come first among equals
 */
export async function listVoices(
  ofEngines: readonly { readonly engine: string; readonly voices: readonly Voice[] }[],
  lang: string,
  texts: VoiceTexts,
): Promise<ListedVoice[]> {
  const recommended = await recommendedFor(primaryLanguage(lang));
  return ofEngines.flatMap(({ engine, voices }) =>
    selectVoices(voices, lang, recommended).map(({ voice, traits }) => ({
      engine,
      voiceURI: voice.voiceURI,
      name: displayName(traits, texts),
      lang: traits.lang,
      localService: voice.localService,
    })),
  );
}

function selectVoices(
  voices: readonly Voice[],
  lang: string,
  recommended?: RecommendedVoices,
): RankedVoice[] {
  const known = voicesFor(voices, lang)
    .map((voice) => rankVoice(voice, regionOf(lang), recommended))
    .filter(({ traits }) => traits.quality >= 0)
    .sort(byRank);
  const human = known.some(({ voice, traits }) => voice.localService && traits.quality > 0);
  return withoutDuplicates(known).filter(({ traits }) => traits.quality > 0 || !human);
}

function rankVoice(
  voice: Voice,
  region: string | undefined,
  recommended?: RecommendedVoices,
): RankedVoice {
  const traits = traitsOf(voice, recommended);
  const inRegion = region !== undefined && regionOf(traits.lang) === region;
  const { quality, recommendationOrder: place } = traits;
  return { voice, traits, rank: [quality, +inRegion, -place, +voice.localService, +voice.default] };
}

/** Of what is the same voice, only the best. */
function withoutDuplicates(ranked: readonly RankedVoice[]): RankedVoice[] {
  const best = new Map<string, RankedVoice>();
  for (const known of ranked) {
    const { name, variant, gender, lang } = known.traits;
    // Microsoft's "Katja" of the internet is another voice than the one on the device; Google's numbers are the same in both.
    const where = variant === undefined && known.voice.localService;
    const key = [name, variant, gender, lang, where].join();
    if (!best.has(key)) best.set(key, known);
  }
  return [...best.values()];
}
