import { SAMPLE_RATE } from './sample-rate.js';
import { sincTaps } from './sinc.js';

/** How many values between two samples are looked at for peaks. */
const OVERSAMPLING = 4;

/** How many samples on each side make up a value between two. */
const REACH = 8;

/** By which factor speech is higher between samples than at them, at most. */
const MOST_BETWEEN = 1.5;

/** How long before a peak the sound begins to be turned down, and how long it takes to come back, in seconds. */
const ATTACK = 0.004;
const RELEASE = 0.06;

const taps = sincTaps(OVERSAMPLING, REACH, 1);

/** The peak of a sound, between its samples as well, as a share of full scale. */
export function truePeak(samples: Int16Array): number {
  const padded = paddedOf(samples);
  let peak = 0;
  for (let i = 0; i < samples.length; i++) peak = Math.max(peak, peakAt(padded, i));
  return peak / 32_768;
}

/**
 * Makes a sound louder or quieter, and turns it down around peaks that would be above the ceiling.
 *
 * @param gain a factor
 * @param ceiling as a share of full scale
 */
export function amplify(
  samples: Int16Array<ArrayBuffer>,
  gain: number,
  ceiling: number,
): Int16Array<ArrayBuffer> {
  const gains = gainsBelow(samples, (ceiling * 32_768) / gain);
  const result = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++)
    result[i] = Math.round((samples[i] as number) * gain * (gains ? (gains[i] as number) : 1));
  return result;
}

/** The factor for each sample that keeps peaks below a limit; null where there are none above it. */
function gainsBelow(samples: Int16Array, limit: number): Float64Array | null {
  const recovery = 1 - Math.exp(-1 / (RELEASE * SAMPLE_RATE));
  const padded = paddedOf(samples);
  const gains = new Float64Array(samples.length);
  const suspicious = limit / MOST_BETWEEN;
  let needed = 1;
  let isNeeded = false;
  for (let i = 0; i < samples.length; i++) {
    needed += (1 - needed) * recovery;
    const height = Math.abs(padded[REACH + i] as number);
    if (height > suspicious || Math.abs(padded[REACH + i + 1] as number) > suspicious) {
      const peak = peakAt(padded, i);
      if (peak * needed > limit) {
        needed = limit / peak;
        isNeeded = true;
      }
    }
    gains[i] = needed;
  }
  if (!isNeeded) return null;
  const attack = Math.round(ATTACK * SAMPLE_RATE);
  return movingMean(movingMinimum(gains, attack), attack);
}

/** Samples with silence before and after them. */
function paddedOf(samples: Int16Array): Float64Array {
  const padded = new Float64Array(samples.length + 2 * REACH);
  padded.set(samples, REACH);
  return padded;
}

/** The highest value from a sample up to the next one. */
function peakAt(padded: Float64Array, at: number): number {
  let peak = Math.abs(padded[REACH + at] as number);
  for (let phase = 1; phase < OVERSAMPLING; phase++) {
    const phaseTaps = taps[phase] as Float64Array;
    let value = 0;
    for (let tap = 0; tap < 2 * REACH; tap++)
      value += (padded[at + 1 + tap] as number) * (phaseTaps[tap] as number);
    peak = Math.max(peak, Math.abs(value));
  }
  return peak;
}

/** The lowest value within a reach of each. */
function movingMinimum(values: Float64Array, reach: number): Float64Array {
  const result = new Float64Array(values.length);
  /** The indices of values in the window that are lower than all after them, in order: a queue from `head` up to `tail`. */
  const queue = new Int32Array(values.length);
  let [head, tail] = [0, 0];
  for (let i = 0; i < values.length + reach; i++) {
    if (i < values.length) {
      const value = values[i] as number;
      while (tail > head && (values[queue[tail - 1] as number] as number) >= value) tail--;
      queue[tail++] = i;
    }
    if ((queue[head] as number) < i - 2 * reach) head++;
    if (i >= reach) result[i - reach] = values[queue[head] as number] as number;
  }
  return result;
}

/** The mean of the values within a reach of each. */
function movingMean(values: Float64Array, reach: number): Float64Array {
  const result = new Float64Array(values.length);
  const last = values.length - 1;
  const at = (i: number) => values[Math.max(0, Math.min(last, i))] as number;
  let sum = 0;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  for (let i = 0; i <= last; i++) {
    result[i] = sum / (2 * reach + 1);
    sum += at(i + reach + 1) - at(i - reach);
  }
  return result;
}
