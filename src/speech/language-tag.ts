/** The primary language of a tag, in lower case: "de" for "de-CH" and for Android's "de_DE". */
export function primaryLanguage(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Canonical tags, by the tag as the browser gives it. Thousands of voices share a few hundred tags. */
const tags = new Map<string, string>();

/**
 * The canonical BCP 47 form of a language tag, reduced to language, script and region. Chrome on Android gives "de_DE" for
 * "de-DE" (https://issues.chromium.org/issues/331977824), Firefox on Android gives "deu" for "de"
 * (https://github.com/ken107/read-aloud/issues/405). In an invalid tag, only underscores are replaced by hyphens.
 */
export function languageTag(tag: string): string {
  let found = tags.get(tag);
  if (found === undefined) tags.set(tag, (found = canonical(tag)));
  return found;
}

function canonical(tag: string): string {
  const [language = '', ...others] = tag.split(/[-_]/);
  const subtags = others.filter((subtag) => /^(?:[a-z]{2}|[a-z]{4}|\d{3})$/i.test(subtag));
  try {
    return Intl.getCanonicalLocales([language, ...subtags].join('-'))[0] ?? tag;
  } catch {
    return tag.replaceAll('_', '-');
  }
}

/** The region of a tag, "CH" for "de-CH"; undefined if it has none. */
export function regionOf(tag: string): string | undefined {
  return /^[a-z]+(?:-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})\b/.exec(languageTag(tag))?.[1];
}
