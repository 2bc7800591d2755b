/** One of Google's voices: its code on Android and ChromeOS, its number on ChromeOS, and its gender. */
export type GoogleVoice = readonly [code: string, number: number, gender: 'f' | 'm'];

/**
 * The voices recommended for a language, the best first. The data comes from the recommendations that `@readium/speech` ships
 * (BSD-3-Clause), which are those of HadrienGardeur/web-speech-recommended-voices (CC0).
 *
 * @see https://github.com/readium/speech/tree/main/json
 */
export interface RecommendedVoices {
  /** The first names of Microsoft's and Apple's voices, separated by spaces. */
  readonly names: string;
  /** Google's voices, which have no names, by region. */
  readonly google: Readonly<Record<string, readonly GoogleVoice[]>>;
}
