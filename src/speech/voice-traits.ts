import type { Voice } from './engine.js';
import { languageTag, regionOf } from './language-tag.js';
import type { GoogleVoice, RecommendedVoices } from './recommended/recommended-voices.js';

/** What the name of a voice reveals about it. */
export interface VoiceTraits {
  /** Its first name, or its vendor's name if it has none. */
  readonly name: string;
  /** Distinguishes it from others of that name; usually a number. */
  readonly variant?: string;
  readonly gender?: 'f' | 'm';
  /** 4: neural online voice; 3 and 2: good; 1: plain; 0: robotic; -1: novelty. */
  readonly quality: number;
  /** Its index among the recommended voices, the best first; higher than all of theirs if it is not one of them. */
  readonly recommendationIndex: number;
  /** BCP 47. */
  readonly lang: string;
}

const ESPEAK = /espeak|^[^:]*\+|:speechd:(?:German|English|French|Italian)\b/i;
const ESPEAK_VARIANT = /\+(f|m)(?:em)?(?:ale)?(\d)\b/;

/** How many female and how many male ones of eSpeak's 100 variants of each voice are worth listing. */
const ESPEAK_VARIANTS = 2;

/** Apple's novelty voices, and below its Eloquence voices, as they are named in the interface's languages; from the recommendations. */
const NOVELTY =
  /synthesis\.voice\.(?:Hysterical|Princess|Deranged)|(?:^|voice\.)(?:Albert|Ba(?:d ?News|hh)|Mauvaises|Brutte|Bells|Cloches|Campane|Boing|Bu(?:bbles|lles)|Bollicine|Cellos|Violonc|Good ?News|Bonnes|Buone|Jester|Bouffon|Giullare|Org(?:an|ue)|Superstar|Trino|Whisper|Murmure|Sussurro|Wobble|Zarvox)/;
const ELOQUENCE =
  /eloquence|(?:^|voice\.)(?:Eddy|Flo|Grandma|Grandpa|Oma|Opa|Jacques|Reed|Rocko|Sandy|Shelley|Fred|Junior|Kathy|Ralph)\b/;

/** The quality of a voice: that of the first pattern that its name and URI match. */
const QUALITIES: readonly (readonly [RegExp, number])[] = [
  [NOVELTY, -1],
  [ESPEAK, 0],
  [ELOQUENCE, 0],
  [/-language$/, 0], // A duplicate of one of Android's voices, which is listed as well.
  [/^Microsoft .*Online|Neural$/, 4],
  [/^(?:Google|Chrome OS) |-x-\w{3}-|[-(.](?:premium|de qualité)/i, 3],
  [/^Microsoft |[-(.](?:enhanced|erweitert|ottimizzata)/i, 2],
];

const MICROSOFT = /^Microsoft (\p{L}+?)(?:Multilingual)?\b.* - /u;
const GOOGLE = /^(?:Google|Chrome OS) .*?(?: (\d+))?(?: \(Natural\))?$/;
const ANDROID = /\w\w-\w\w-(?:x-(\w{3})-(?:local|network)|language)$/;

/** Reads the traits of a voice from the name its vendor gives it. */
export function traitsOf(voice: Voice, recommended?: RecommendedVoices): VoiceTraits {
  const lang = languageTag(voice.lang);
  const google = recommended?.google[regionOf(lang) ?? ''] ?? [];
  const named = nameTraits(voice, google);
  const names = recommended?.names.split(' ') ?? [];
  const isGoogle = named.name === 'Google';
  const inOrder = isGoogle ? google.map(([, number]) => `${number}`) : names;
  const index = inOrder.indexOf(isGoogle ? (named.variant ?? '') : named.name);
  return {
    ...named,
    quality: qualityOf(voice),
    recommendationIndex: index < 0 ? inOrder.length + (Number(named.variant) || 0) : index,
    lang,
  };
}

function qualityOf({ name, voiceURI }: Voice): number {
  const isRareVariant =
    name.includes('+') && Number(ESPEAK_VARIANT.exec(name)?.[2] ?? Infinity) > ESPEAK_VARIANTS;
  return isRareVariant
    ? -1
    : (QUALITIES.find(([pattern]) => pattern.test(`${name} ${voiceURI}`))?.[1] ?? 1);
}

function nameTraits(
  { name, voiceURI }: Voice,
  google: readonly GoogleVoice[],
): Pick<VoiceTraits, 'name' | 'variant' | 'gender'> {
  if (ESPEAK.test(`${name} ${voiceURI}`)) {
    const [, gender, variant] = ESPEAK_VARIANT.exec(name) ?? [];
    return { name: 'eSpeak NG', variant, gender: gender as 'f' | 'm' | undefined };
  }
  const android = ANDROID.exec(name);
  const numbered = GOOGLE.exec(name);
  if (android || numbered) {
    const known = google.find(
      ([code, number]) => code === android?.[1] || `${number}` === numbered?.[1],
    );
    const [, gender] = / (F|M)(?:em)?ale$/.exec(name) ?? [];
    return {
      name: 'Google',
      variant: known ? `${known[1]}` : (numbered?.[1] ?? android?.[1]?.toUpperCase()),
      gender: known?.[2] ?? (gender?.toLowerCase() as 'f' | 'm' | undefined),
    };
  }
  return { name: MICROSOFT.exec(name)?.[1] ?? plainName(name) };
}

/** "Anna" for Apple's "Anna (Enhanced)" and "com.apple.ttsbundle.siri_Anna_de-DE_compact", and for Azure's "Anna Multilingual". */
function plainName(name: string): string {
  if (name.startsWith('com.apple.'))
    return name.replace(/\.premium$/, '').replace(/^.*\.(?:siri_)?|[-_].*$/g, '');
  return name.replace(/ \(.*\)$| Multilingual\b/g, '').replace(/ Dragon ?HD.*/, ' HD');
}
