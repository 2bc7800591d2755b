/** How fast the window falls off: 80 dB between what passes and what does not. */
const KAISER_BETA = 8;

/**
 * The taps of a low-pass filter that interpolates between samples, by phase: the phase `p` of `phases` gives the value at `p / phases` of the
 * way from the sample `reach - 1` of those that it is multiplied with to the next one.
 *
 * @param reach the number of samples before and after that are used
 * @param cutoff the highest frequency that passes, as a share of half of the sample rate
 * @see https://ccrma.stanford.edu/~jos/resample/
 */
export function sincTaps(phases: number, reach: number, cutoff: number): Float64Array[] {
  return Array.from({ length: phases }, (_, phase) => {
    const taps = Float64Array.from({ length: 2 * reach }, (_, tap) => {
      const distance = tap - (reach - 1) - phase / phases;
      return cutoff * sinc(cutoff * distance) * kaiser(distance / reach);
    });
    // So that silence stays silence and a constant a constant.
    const sum = taps.reduce((total, tap) => total + tap, 0);
    return taps.map((tap) => tap / sum);
  });
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** @param x -1 to 1 */
function kaiser(x: number): number {
  return Math.abs(x) > 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
}

/** The modified Bessel function of the first kind, of order 0. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
