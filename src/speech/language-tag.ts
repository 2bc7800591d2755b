/** The primary language of a tag, lower case: "de" of "de-CH" and of Android's "de_DE". */
export function primaryLanguage(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** A tag as BCP 47 writes it: "de-DE" of Android's "de_DE"; with hyphens at least where it is none. */
export function languageTag(tag: string): string {
  const hyphened = tag.replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(hyphened)[0] ?? hyphened;
  } catch {
    return hyphened;
  }
}

/** The region that a tag names, "CH" of "de-CH"; undefined where it names none. */
export function regionOf(tag: string): string | undefined {
  return /^[a-z]+(?:-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})\b/.exec(languageTag(tag))?.[1];
}
