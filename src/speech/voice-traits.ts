import type { Voice } from './engine.js';
import { languageTag, regionOf } from './language-tag.js';
import type { GoogleVoice, RecommendedVoices } from './recommended/recommended-voices.js';

/** What is known of a voice by its name. */
export interface VoiceTraits {
  /** Its first name, or its maker's where it has none. */
  readonly name: string;
  /** What tells it from others of that name: a number, as a rule. */
  readonly variant?: string;
  readonly gender?: 'f' | 'm';
  /** 4 a neural voice from the internet, 3 and 2 good ones, 1 a plain one, 0 a robot, -1 a joke. */
  readonly quality: number;
  /** Its place among the recommended ones, behind all of them where it is not one. */
  readonly recommendationOrder: number;
  /** BCP 47. */
  readonly lang: string;
}

const ESPEAK = /espeak|^[^:]*\+|:speechd:(?:German|English|French|Italian)\b/i;
const ESPEAK_VARIANT = /\+(f|m)(?:em)?(?:ale)?(\d)\b/;

/** How many women and men of eSpeak's 100 variants of every voice are worth a choice. */
const ESPEAK_VARIANTS = 2;

/** Apple's novelty voices and its Eloquence synthesizer, in the languages of the interface; names from the recommendations. */
const NOVELTY =
  /synthesis\.voice\.(?:Hysterical|Princess|Deranged)|(?:^|voice\.)(?:Albert|Ba(?:d ?News|hh)|Mauvaises|Brutte|Bells|Cloches|Campane|Boing|Bu(?:bbles|lles)|Bollicine|Cellos|Violonc|Good ?News|Bonnes|Buone|Jester|Bouffon|Giullare|Org(?:an|ue)|Superstar|Trino|Whisper|Murmure|Sussurro|Wobble|Zarvox)/;
const ELOQUENCE =
  /eloquence|(?:^|voice\.)(?:Eddy|Flo|Grandma|Grandpa|Oma|Opa|Jacques|Reed|Rocko|Sandy|Shelley|Fred|Junior|Kathy|Ralph)\b/;

/** The first that a voice's name and URI match says its quality. */
const QUALITIES: readonly (readonly [RegExp, number])[] = [
  [NOVELTY, -1],
  [ESPEAK, 0],
  [ELOQUENCE, 0],
  [/-language$/, 0], // Android's double of one of its voices, which is listed as well.
  [/^Microsoft .*Online|Neural$/, 4],
  [/^(?:Google|Chrome OS) |-x-\w{3}-|[-(.](?:premium|de qualité)/i, 3],
  [/^Microsoft |[-(.](?:enhanced|erweitert|ottimizzata)/i, 2],
];

const MICROSOFT = /^Microsoft (\p{L}+?)(?:Multilingual)?\b.* - /u;
const GOOGLE = /^(?:Google|Chrome OS) .*?(?: (\d+))?(?: \(Natural\))?$/;
const ANDROID = /\w\w-\w\w-(?:x-(\w{3})-(?:local|network)|language)$/;

/** What is known of a voice by how its maker names it. */
export function traitsOf(voice: Voice, recommended?: RecommendedVoices): VoiceTraits {
  const lang = languageTag(voice.lang);
  const google = recommended?.google[regionOf(lang) ?? ''] ?? [];
  const named = nameTraits(voice, google);
  const names = recommended?.names.split(' ') ?? [];
  const order = named.name === 'Google' ? google.map(([, number]) => `${number}`) : names;
  const place = order.indexOf(named.name === 'Google' ? (named.variant ?? '') : named.name);
  return {
    ...named,
    quality: qualityOf(voice),
    recommendationOrder: place < 0 ? order.length + (Number(named.variant) || 0) : place,
    lang,
  };
}

function qualityOf({ name, voiceURI }: Voice): number {
  const odd =
    name.includes('+') && Number(ESPEAK_VARIANT.exec(name)?.[2] ?? Infinity) > ESPEAK_VARIANTS;
  return odd ? -1 : (QUALITIES.find(([pattern]) => pattern.test(`${name} ${voiceURI}`))?.[1] ?? 1);
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

/** "Anna" of Apple's "Anna (Enhanced)" and "com.apple.ttsbundle.siri_Anna_de-DE_compact", and Azure's "Anna Multilingual". */
function plainName(name: string): string {
  if (name.startsWith('com.apple.'))
    return name.replace(/\.premium$/, '').replace(/^.*\.(?:siri_)?|[-_].*$/g, '');
  return name.replace(/ \(.*\)$| Multilingual\b/g, '').replace(/ Dragon ?HD.*/, ' HD');
}
