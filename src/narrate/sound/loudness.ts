/** A filter of the second order: `b` on its input, `a` on its output. */
interface Biquad {
  readonly b: readonly [number, number, number];
  readonly a: readonly [number, number];
}

/** Blocks of 400 ms overlap by three quarters. */
const STEPS_PER_SECOND = 10;
const STEPS_PER_BLOCK = 4;

/** What is quieter than this does not count, in LUFS; nor does what is so much quieter than the rest, in LU. */
const ABSOLUTE_GATE = -70;
const RELATIVE_GATE = -10;

/**
 * Measures how loud a mono sound is, as one channel. Sound may be added piece by piece.
 *
 * @see https://www.itu.int/rec/R-REC-BS.1770
 * @see https://tech.ebu.ch/docs/r/r128.pdf
 */
export class LoudnessMeter {
  readonly #filters: readonly [Biquad, Biquad];
  readonly #state = new Float64Array(4);
  readonly #stepLength: number;
  /** The sum of squares of each step of 100 ms. */
  readonly #steps: number[] = [];
  #sum = 0;
  #samples = 0;

  /** @param sampleRate in samples per second */
  constructor(sampleRate: number) {
    this.#filters = [headShelf(sampleRate), highPass(sampleRate)];
    this.#stepLength = sampleRate / STEPS_PER_SECOND;
  }

  /** @param samples 16 bits each */
  add(samples: Int16Array): void {
    const [{ b, a }, second] = this.#filters;
    const state = this.#state;
    let [s0, s1, s2, s3] = state as unknown as [number, number, number, number];
    for (let i = 0; i < samples.length; i++) {
      const input = (samples[i] as number) / 32_768;
      const shelved = b[0] * input + s0;
      s0 = b[1] * input - a[0] * shelved + s1;
      s1 = b[2] * input - a[1] * shelved;
      const passed = second.b[0] * shelved + s2;
      s2 = second.b[1] * shelved - second.a[0] * passed + s3;
      s3 = second.b[2] * shelved - second.a[1] * passed;
      this.#sum += passed * passed;
      if (++this.#samples < this.#stepLength) continue;
      this.#steps.push(this.#sum / this.#stepLength);
      this.#sum = this.#samples = 0;
    }
    state.set([s0, s1, s2, s3]);
  }

  /** The integrated loudness so far, in LUFS; -Infinity for silence. A sound shorter than a block counts as one. */
  get integrated(): number {
    const steps = [...this.#steps];
    if (steps.length < STEPS_PER_BLOCK) steps.push(this.#sum / this.#stepLength);
    const blocks: number[] = [];
    for (let i = Math.min(STEPS_PER_BLOCK, steps.length); i <= steps.length; i++)
      blocks.push(mean(steps.slice(Math.max(0, i - STEPS_PER_BLOCK), i)));
    const audible = blocks.filter((energy) => loudnessOf(energy) > ABSOLUTE_GATE);
    const gate = loudnessOf(mean(audible)) + RELATIVE_GATE;
    return loudnessOf(mean(audible.filter((energy) => loudnessOf(energy) > gate)));
  }
}

function loudnessOf(energy: number): number {
  return -0.691 + 10 * Math.log10(energy);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The first stage of the weighting: what a head does to sound. The values are those of libebur128, for any sample rate. */
function headShelf(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const q = 0.7071752369554196;
  const high = 10 ** (3.999843853973347 / 20);
  const band = high ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return {
    b: [
      (high + (band * k) / q + k * k) / a0,
      (2 * (k * k - high)) / a0,
      (high - (band * k) / q + k * k) / a0,
    ],
    a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0],
  };
}

/** The second stage: low frequencies count less. */
function highPass(sampleRate: number): Biquad {
  const k = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { b: [1, -2, 1], a: [(2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}
