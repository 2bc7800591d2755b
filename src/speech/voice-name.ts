import { primaryLanguage, regionOf } from './language-tag.js';
import type { VoiceTraits } from './voice-traits.js';

/** What is said of voices, in the interface's language. */
export interface VoiceTexts {
  /** The interface's language, BCP 47. */
  readonly lang: string;
  readonly female: string;
  readonly male: string;
  readonly onDevice: string;
  readonly fromInternet: string;
  /** What the voices of an engine are called, by its name. */
  readonly voicesOf: Readonly<Record<string, string>>;
}

/** A voice's name as a person would say it: "Anna", „Google 3, männlich“, „Deutsch“ of Android's "German Germany". */
export function displayName(
  { name, variant, gender, lang }: VoiceTraits,
  texts: VoiceTexts,
): string {
  if (isNamedByLanguage(name, lang, texts.lang)) return languageName(lang, texts.lang);
  const numbered = variant === undefined ? name : `${name} ${variant}`;
  if (!gender) return numbered;
  return `${numbered}, ${gender === 'f' ? texts.female : texts.male}`;
}

/** The name of a tag's region, in another language; undefined where it names none. */
export function regionName(tag: string, language: string): string | undefined {
  const region = regionOf(tag);
  return region && new Intl.DisplayNames(language, { type: 'region' }).of(region);
}

function languageName(tag: string, language: string): string {
  const primary = primaryLanguage(tag);
  return new Intl.DisplayNames(language, { type: 'language' }).of(primary) ?? primary;
}

/** Whether a voice has no name of its own but its language's and region's, in the system's language, English or its own. */
function isNamedByLanguage(name: string, tag: string, language: string): boolean {
  return [navigator.language, language, 'en', primaryLanguage(tag)].some((locale) => {
    const ofLanguage = languageName(tag, locale);
    return name === ofLanguage || name === `${ofLanguage} ${regionName(tag, locale)}`;
  });
}
