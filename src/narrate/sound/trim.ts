import type { Rendering } from '../../speech/sound/rendering.js';
import { resample } from './resample.js';
import { SAMPLE_RATE } from './sample-rate.js';

/** Anything below it counts as silence: -50 dB. */
const SILENCE = 100;

/** How much of the silence around the speech is kept, in seconds, so that no quiet sound is cut off. */
const MARGIN = 0.015;

/**
 * What a voice has rendered, in the form that recordings need: at their sample rate, without the silence around the speech, which would
 * make the pauses between sentences longer than they should be. Null where it is silent.
 */
export function trimmed(rendering: Rendering): Rendering | null {
  const samples = resample(rendering.samples, rendering.sampleRate, SAMPLE_RATE);
  const isAudible = (sample: number) => sample > SILENCE || sample < -SILENCE;
  const first = samples.findIndex(isAudible);
  if (first < 0) return null;
  const margin = Math.round(MARGIN * SAMPLE_RATE);
  const start = Math.max(0, first - margin);
  const end = Math.min(samples.length, samples.findLastIndex(isAudible) + 1 + margin);
  const [offset, duration] = [start / SAMPLE_RATE, (end - start) / SAMPLE_RATE];
  return {
    samples: samples.slice(start, end),
    sampleRate: SAMPLE_RATE,
    words: rendering.words.map((word) => ({
      ...word,
      time: Math.min(Math.max(0, word.time - offset), duration),
    })),
  };
}
