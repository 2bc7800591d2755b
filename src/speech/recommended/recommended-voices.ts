/** A voice of Google's on Android and ChromeOS: the code it has there, its number on ChromeOS, and whether it is a woman's. */
export type GoogleVoice = readonly [code: string, number: number, gender: 'f' | 'm'];

/**
 * The voices that are recommended for a language, the best first. Facts of the recommendations that `@readium/speech` ships
 * (BSD-3-Clause), from HadrienGardeur/web-speech-recommended-voices (CC0).
 *
 * @see https://github.com/readium/speech/tree/main/json
 */
export interface RecommendedVoices {
  /** First names of voices that have one, Microsoft's and Apple's, with spaces between them. */
  readonly names: string;
  /** Google's voices, which have none, by region. */
  readonly google: Readonly<Record<string, readonly GoogleVoice[]>>;
}
