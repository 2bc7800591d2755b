import type { Utterance } from '../engine.js';
import { speakable } from '../speakable.js';

/** The language of texts whose page gives an invalid one. */
const FALLBACK_LOCALE = 'de-DE';

/**
 * The SSML for an utterance. Markup in the text is escaped, so that it is read as text, and characters that XML does not allow
 * are replaced, since the service answers them with status 400.
 *
 * @param voice a short name, such as "de-DE-KatjaNeural"
 * @see https://learn.microsoft.com/azure/ai-services/speech-service/speech-synthesis-markup-structure
 */
export function ssmlOf({ text, lang, runs }: Utterance, voice: string): string {
  const content =
    runs && isMultilingual(voice)
      ? runs.map((run) =>
          localeOf(run.lang) === localeOf(lang) ? escape(run.text) : langElement(run),
        )
      : [escape(text)];
  return `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${localeOf(lang)}"><voice name="${escape(voice)}">${content.join('')}</voice></speak>`;
}

/**
 * Whether a voice can switch to the language of a run. Other voices would silently skip the run.
 *
 * @see https://learn.microsoft.com/azure/ai-services/speech-service/speech-synthesis-markup-voice#adjust-speaking-languages
 */
export function isMultilingual(voice: string): boolean {
  return voice.includes('Multilingual');
}

/** A language with its region, which the service requires: "en-US" for "en". */
export function localeOf(lang: string): string {
  try {
    const { language, region } = new Intl.Locale(lang.replaceAll('_', '-')).maximize();
    return region ? `${language}-${region}` : FALLBACK_LOCALE;
  } catch {
    return FALLBACK_LOCALE;
  }
}

function langElement({ text, lang }: { readonly text: string; readonly lang: string }): string {
  return `<lang xml:lang="${localeOf(lang)}">${escape(text)}</lang>`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function escape(text: string): string {
  return speakable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
