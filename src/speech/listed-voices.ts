import type { Voice } from './engine.js';
import { primaryLanguage, regionOf } from './language-tag.js';
import { byRank, type VoiceRank } from './voice-rank.js';
import { recommendedFor } from './recommended/by-language.js';
import type { RecommendedVoices } from './recommended/recommended-voices.js';
import { type VoiceTraits, traitsOf } from './voice-traits.js';
import { displayName, type VoiceTexts } from './voice-name.js';
import { voicesFor } from './voices.js';

/** A voice as a voice picker offers it. */
export interface ListedVoice extends Omit<Voice, 'default'> {
  /** The name of the engine that speaks with it. */
  readonly engine: string;
  /** A display name, without the region. */
  readonly name: string;
}

interface RankedVoice {
  readonly voice: Voice;
  readonly traits: VoiceTraits;
  readonly rank: VoiceRank;
}

/**
 * Lists the voices worth choosing from, engine by engine and the best first. Leaves out novelty voices, duplicates, and
 * robotic voices if the device has a better one.
 *
 * @param lang the language that the voices speak, BCP 47; of equally good voices, those of its region come first
 */
export async function listVoices(
  voicesByEngine: readonly { readonly engine: string; readonly voices: readonly Voice[] }[],
  lang: string,
  texts: VoiceTexts,
): Promise<ListedVoice[]> {
  const recommended = await recommendedFor(primaryLanguage(lang));
  return voicesByEngine.flatMap(({ engine, voices }) =>
    selectVoices(voices, lang, recommended).map(({ voice, traits }) => ({
      engine,
      voiceURI: voice.voiceURI,
      name: displayName(traits, texts),
      lang: traits.lang,
      localService: voice.localService,
      recipient: voice.recipient,
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
  const hasGoodLocalVoice = known.some(
    ({ voice, traits }) => voice.localService && traits.quality > 0,
  );
  return withoutDuplicates(known).filter(({ traits }) => traits.quality > 0 || !hasGoodLocalVoice);
}

function rankVoice(
  voice: Voice,
  region: string | undefined,
  recommended?: RecommendedVoices,
): RankedVoice {
  const traits = traitsOf(voice, recommended);
  const inRegion = region !== undefined && regionOf(traits.lang) === region;
  const { quality, recommendationIndex } = traits;
  return {
    voice,
    traits,
    rank: [quality, +inRegion, -recommendationIndex, +voice.localService, +voice.default],
  };
}

/** Keeps only the best of the entries that are the same voice. */
function withoutDuplicates(ranked: readonly RankedVoice[]): RankedVoice[] {
  const best = new Map<string, RankedVoice>();
  for (const known of ranked) {
    const { name, variant, gender, lang } = known.traits;
    // Microsoft's online "Katja" is a different voice from the one on the device; Google's numbers mean the same voice in both.
    const where = variant === undefined && known.voice.localService;
    const key = [name, variant, gender, lang, where].join();
    if (!best.has(key)) best.set(key, known);
  }
  return [...best.values()];
}
