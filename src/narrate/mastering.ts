import { Failure } from './failure.js';
import type { Placed } from './layout.js';
import type { RenderingStore } from './rendering-store.js';
import { amplify } from './sound/limiter.js';
import { LoudnessMeter } from './sound/loudness.js';
import { SAMPLE_RATE } from './sound/sample-rate.js';

/** How loud a recording is, in LUFS: as podcasts are. @see https://podcasters.apple.com/support/893-audio-requirements */
const LOUDNESS = -16;

/** What coding takes of that: LAME turns everything down by 5 %, and Opus loses as much of the highest sounds. In LU; measured. */
const CODING_LOSS = 0.45;

/** How far it may be off before coding, in LU. */
const TOLERANCE = 0.1;

/** How often the gain is corrected, since turning down peaks makes the sound quieter, and how large a correction may be for its error. */
const MAX_ATTEMPTS = 6;
const LEAST_SLOPE = 0.2;

/** From so many utterances on, which are half an hour, not all of them are measured. */
const MOST_MEASURED = 400;

/** The highest peak, in dB. Coding adds up to two decibels, and decoded peaks are to stay under -1 dB. */
const CEILING = -3.5;

const factor = (decibels: number) => 10 ** (decibels / 20);

/**
 * The gain that makes a sound as loud as recordings are, with its peaks turned down.
 *
 * @param loudness that of the sound as it is, in LUFS
 * @param onProgress called with the share of the work that is done, 0 to 1; how much there is, is not known before
 */
export async function gainFor(
  loudness: number,
  placed: readonly Placed[],
  store: RenderingStore,
  onProgress: (share: number) => void,
): Promise<number> {
  const every = Math.ceil(placed.length / MOST_MEASURED);
  const measured = placed.filter((_, index) => index % every === 0);
  const target = LOUDNESS + CODING_LOSS;
  let decibels = target - loudness;
  /** How much louder the sound becomes with each decibel, 0 to 1: less where peaks are turned down. */
  let slope = 1;
  let before: { decibels: number; error: number } | null = null;
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const meter = new LoudnessMeter(SAMPLE_RATE);
    for await (const piece of mastered(measured, store, factor(decibels))) meter.add(piece);
    onProgress(1 - 0.5 ** (attempt + 1));
    const error = target - meter.integrated;
    if (Math.abs(error) < TOLERANCE) break;
    if (before) slope = (before.error - error) / (decibels - before.decibels);
    before = { decibels, error };
    decibels += error / Math.max(LEAST_SLOPE, Math.min(slope, 1));
  }
  return factor(decibels);
}

/** The sound of a recording piece by piece, with the silences, made louder by a gain. */
export async function* mastered(
  placed: readonly Placed[],
  store: RenderingStore,
  gain: number,
): AsyncGenerator<Int16Array<ArrayBuffer>, void> {
  for (const { key, silence } of placed) {
    const rendering = await store.get(key);
    if (!rendering) throw new Failure('a file of the cache was removed while it was needed');
    if (silence > 0) yield new Int16Array(silence);
    yield amplify(rendering.samples, gain, factor(CEILING));
  }
}
