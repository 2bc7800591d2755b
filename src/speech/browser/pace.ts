/** How many characters a second no voice can outrun at rate 1; they speak about 15. WebKit's rate 2 is really 4, see rates.ts. */
const FASTEST = 50;

/** How many characters a second a voice speaks that is not to be called slow. */
const USUAL = 15;

/** How long speaking so many characters takes at the least, in seconds; slow rates are not trusted, as voices round them. */
export function leastSeconds(characters: number, rate: number): number {
  return characters / (FASTEST * Math.max(rate, 1));
}

/** How long it takes as a rule, in seconds. */
export function usualSeconds(characters: number, rate: number): number {
  return characters / (USUAL * rate);
}
