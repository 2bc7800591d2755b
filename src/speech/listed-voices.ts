import type { Voice } from './engine.js';
import { primaryLanguage, regionOf } from './language-tag.js';
import { byRank, type Rank } from './rank.js';
import { recommendedFor } from './recommended/by-language.js';
import type { RecommendedVoices } from './recommended/recommended-voices.js';
import { type Traits, traitsOf } from './traits.js';
import { nameForPeople, type VoiceTexts } from './voice-name.js';
import { voicesFor } from './voices.js';

/** A voice as it is offered to a listener. */
export interface ListedVoice extends Omit<Voice, 'default'> {
  /** The name of its engine. */
  readonly engine: string;
  /** Its name for people, without its region. */
  readonly name: string;
}

interface Known {
  readonly voice: Voice;
  readonly traits: Traits;
  readonly rank: Rank;
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
    worthAChoice(voices, lang, recommended).map(({ voice, traits }) => ({
      engine,
      voiceURI: voice.voiceURI,
      name: nameForPeople(traits, texts),
      lang: traits.lang,
      localService: voice.localService,
    })),
  );
}

function worthAChoice(
  voices: readonly Voice[],
  lang: string,
  recommended?: RecommendedVoices,
): Known[] {
  const known = voicesFor(voices, lang)
    .map((voice) => knownOf(voice, regionOf(lang), recommended))
    .filter(({ traits }) => traits.quality >= 0)
    .sort(byRank);
  const human = known.some(({ voice, traits }) => voice.localService && traits.quality > 0);
  return withoutDoubles(known).filter(({ traits }) => traits.quality > 0 || !human);
}

function knownOf(voice: Voice, region: string | undefined, recommended?: RecommendedVoices): Known {
  const traits = traitsOf(voice, recommended);
  const inRegion = region !== undefined && regionOf(traits.lang) === region;
  const { quality, place } = traits;
  return { voice, traits, rank: [quality, +inRegion, -place, +voice.localService, +voice.default] };
}

/** Of what is the same voice, only the best. */
function withoutDoubles(ranked: readonly Known[]): Known[] {
  const best = new Map<string, Known>();
  for (const known of ranked) {
    const { name, variant, gender, lang } = known.traits;
    // Microsoft's "Katja" of the internet is another voice than the one on the device; Google's numbers are the same in both.
    const where = variant === undefined && known.voice.localService;
    const key = [name, variant, gender, lang, where].join();
    if (!best.has(key)) best.set(key, known);
  }
  return [...best.values()];
}
