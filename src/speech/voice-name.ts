import { primaryLanguage, regionOf } from './language-tag.js';
import type { VoiceTraits } from './voice-traits.js';

/** The texts about voices, in the interface's language. */
export interface VoiceTexts {
  /** The interface's language, BCP 47. */
  readonly lang: string;
  readonly female: string;
  readonly male: string;
  readonly fromInternet: string;
  /** What to call the voices of an engine, by the engine's name. */
  readonly voicesOf: Readonly<Record<string, string>>;
}

/** A voice's display name: "Anna", „Google 3, männlich“, „Deutsch“ for Android's "German Germany". */
export function displayName(
  { name, variant, gender, lang }: VoiceTraits,
  texts: VoiceTexts,
): string {
  if (isNamedByLanguage(name, lang, texts.lang)) return languageName(lang, texts.lang);
  const numbered = variant === undefined ? name : `${name} ${variant}`;
  if (!gender) return numbered;
  return `${numbered}, ${gender === 'f' ? texts.female : texts.male}`;
}

/** The name of a tag's region, in a given language; undefined if the tag has no region. */
export function regionName(tag: string, language: string): string | undefined {
  const region = regionOf(tag);
  return region && new Intl.DisplayNames(language, { type: 'region' }).of(region);
}

function languageName(tag: string, language: string): string {
  const primary = primaryLanguage(tag);
  return new Intl.DisplayNames(language, { type: 'language' }).of(primary) ?? primary;
}

/** Whether a voice is named only by its language and region, in the system's language, the interface's, English or the voice's. */
function isNamedByLanguage(name: string, tag: string, language: string): boolean {
  return [navigator.language, language, 'en', primaryLanguage(tag)].some((locale) => {
    const ofLanguage = languageName(tag, locale);
    return name === ofLanguage || name === `${ofLanguage} ${regionName(tag, locale)}`;
  });
}
