/** Piper's ids: `de_DE-thorsten-medium`. @see https://github.com/rhasspy/piper/blob/master/VOICES.md */
const PIPER = /^([a-z]{2,3})_([A-Z]{2})-/;

/** Kokoro's ids, whose first letter is a language and whose second one a gender: `if_sara`. @see https://huggingface.co/hexgrad/Kokoro-82M/blob/main/VOICES.md */
const KOKORO = /^([abefhijpz])[fm]_/;
const KOKORO_LANGUAGES: Readonly<Record<string, string>> = {
  a: 'en-US',
  b: 'en-GB',
  e: 'es',
  f: 'fr-FR',
  h: 'hi',
  i: 'it',
  j: 'ja',
  p: 'pt-BR',
  z: 'zh-CN',
};

/** The language that the id of a voice reveals, BCP 47. */
export function languageOfId(id: string): string | undefined {
  const [, language, region] = PIPER.exec(id) ?? [];
  if (language) return `${language}-${region}`;
  return KOKORO_LANGUAGES[KOKORO.exec(id)?.[1] ?? ''];
}

/** A name to show: "Thorsten medium" for "de_DE-thorsten-medium", "Sara" for "if_sara". Others stay as they are. */
export function nameOfId(id: string): string {
  const own = id.replace(PIPER, '').replace(KOKORO, '');
  if (/[\p{Lu}\s/:]/u.test(own)) return own;
  const words = own.replace(/[_-]+/g, ' ').trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : id;
}
