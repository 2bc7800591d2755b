/** How many characters a second no voice can outrun at rate 1; they speak about 15. WebKit's rate 2 is really 4, see voice-rates.ts. */
const MAX_CHARACTERS_PER_SECOND = 50;

/** How many characters a second a voice speaks that is not to be called slow. */
const TYPICAL_CHARACTERS_PER_SECOND = 15;

/** How long speaking so many characters takes at the least, in seconds; slow rates are not trusted, as voices round them. */
export function shortestDuration(characters: number, rate: number): number {
  return characters / (MAX_CHARACTERS_PER_SECOND * Math.max(rate, 1));
}

/** How long it takes as a rule, in seconds. */
export function typicalDuration(characters: number, rate: number): number {
  return characters / (TYPICAL_CHARACTERS_PER_SECOND * rate);
}
