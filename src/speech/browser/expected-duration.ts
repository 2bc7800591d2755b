/** No voice is faster than this at rate 1; about 15 are usual. WebKit's rate 2 is really 4, see voice-rates.ts. */
const MAX_CHARACTERS_PER_SECOND = 50;

/** The usual speed of voices at rate 1. */
const TYPICAL_CHARACTERS_PER_SECOND = 15;

/** The shortest time in which a number of characters can be spoken, in seconds. Rates below 1 count as 1, since voices round them. */
export function shortestDuration(characters: number, rate: number): number {
  return characters / (MAX_CHARACTERS_PER_SECOND * Math.max(rate, 1));
}

/** The usual time it takes to speak a number of characters, in seconds. */
export function typicalDuration(characters: number, rate: number): number {
  return characters / (TYPICAL_CHARACTERS_PER_SECOND * rate);
}
