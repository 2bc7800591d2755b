/** The primary language of a tag, lower case: "de" of "de-CH" and of Android's "de_DE". */
export function primaryLanguage(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0] ?? '';
}

/** Tags as BCP 47 writes them, by what browsers write: thousands of voices have a few hundred. */
const tags = new Map<string, string>();

/**
 * A language with its script and region as BCP 47 writes it: "de-DE" of what Chrome on Android gives, "de_DE"
 * (https://issues.chromium.org/issues/331977824), "de" of Firefox's "deu" there (https://github.com/ken107/read-aloud/issues/405).
 * With hyphens at least where it is none.
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

/** The region that a tag names, "CH" of "de-CH"; undefined where it names none. */
export function regionOf(tag: string): string | undefined {
  return /^[a-z]+(?:-[A-Z][a-z]{3})?-([A-Z]{2}|\d{3})\b/.exec(languageTag(tag))?.[1];
}
