import type { Voice } from './engine.js';

/** The primary language of a tag, lower case: "de" of "de-CH" and of Android's "de_DE". */
export function primaryLanguage(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0] ?? '';
}

/**
 * The best voice for a language, or undefined where none speaks it: one that works on the device, the browser's own
 * choice, the region asked for. Variants of one voice, which speech-dispatcher names "German+Adam", come last.
 */
export function bestVoice<V extends Voice>(voices: readonly V[], lang: string): V | undefined {
  const region = lang.toLowerCase().replaceAll('_', '-');
  const score = (voice: V) =>
    (voice.name.includes('+') ? 0 : 8) +
    (voice.localService ? 4 : 0) +
    (voice.lang.toLowerCase().replaceAll('_', '-') === region ? 2 : 0) +
    (voice.default ? 1 : 0);
  return voices
    .filter((voice) => primaryLanguage(voice.lang) === primaryLanguage(lang))
    .reduce<V | undefined>(
      (best, voice) => (best && score(best) >= score(voice) ? best : voice),
      undefined,
    );
}
