const LOWEST_RATE = 0.1;
const HIGHEST_RATE = 10;

/** The settings for engines. */
export interface SpeechSettings {
  /** The rate; 1 is the voice's own pace. */
  readonly rate: number;
  /** The volume, 0 to 1. */
  readonly volume: number;
  /** The `voiceURI` of the voice to use wherever it speaks the language; null leaves the choice to the engine. */
  readonly voice: string | null;
  /** How many times the listener has changed who may receive text. */
  readonly answers: number;
}

/** @throws a NotSupportedError DOMException outside of 0.1 to 10, as media elements do */
export function checkRate(rate: number): number {
  if (rate >= LOWEST_RATE && rate <= HIGHEST_RATE) return rate;
  throw new DOMException(
    `A playback rate is between ${LOWEST_RATE} and ${HIGHEST_RATE}`,
    'NotSupportedError',
  );
}

/** @throws an IndexSizeError DOMException outside of 0 to 1, as media elements do */
export function checkVolume(volume: number): number {
  if (volume >= 0 && volume <= 1) return volume;
  throw new DOMException('A volume is between 0 and 1', 'IndexSizeError');
}
