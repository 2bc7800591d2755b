import { sincTaps } from './sinc.js';

/** How many samples on each side of a position are used. */
const REACH = 16;

/** How much of the band is kept, up to half of the lower rate. */
const BAND = 0.94;

/** The largest number of phases; rates that would need more are approximated. */
const MAX_PHASES = 1000;

const filters = new Map<string, Float64Array[]>();

/**
 * Converts samples from one rate to another.
 *
 * @param from in samples per second
 * @param to in samples per second
 */
export function resample(
  samples: Int16Array<ArrayBuffer>,
  from: number,
  to: number,
): Int16Array<ArrayBuffer> {
  if (from === to) return samples;
  const phases = Math.min(to / greatestDivisor(from, to), MAX_PHASES);
  const reach = Math.ceil((REACH * Math.max(from, to)) / to);
  const filter = filterFor(phases, reach, BAND * Math.min(1, to / from));
  const padded = new Float64Array(samples.length + 2 * reach);
  padded.set(samples, reach);
  const result = new Int16Array(Math.round((samples.length * to) / from));
  for (let n = 0; n < result.length; n++) {
    const position = (n * from) / to;
    const before = Math.floor(position);
    const phase = Math.round((position - before) * phases);
    // The last phase is the first one of the next sample.
    const taps = filter[phase % phases] as Float64Array;
    const first = before + 1 + (phase === phases ? 1 : 0);
    let sum = 0;
    for (let tap = 0; tap < taps.length; tap++)
      sum += (padded[first + tap] as number) * (taps[tap] as number);
    result[n] = Math.max(-32_768, Math.min(32_767, Math.round(sum)));
  }
  return result;
}

function filterFor(phases: number, reach: number, cutoff: number): Float64Array[] {
  const key = `${phases} ${reach} ${cutoff}`;
  let filter = filters.get(key);
  if (!filter) filters.set(key, (filter = sincTaps(phases, reach, cutoff)));
  return filter;
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
