import type { Utterance } from '../engine.js';
import type { Sound, TimedWord, TimeSpan } from './sound.js';
import { wavOf } from './wav.js';

/** The rendered speech of one utterance. */
export interface Rendering {
  /** Mono, 16-bit. */
  readonly samples: Int16Array<ArrayBuffer>;
  /** In samples per second. */
  readonly sampleRate: number;
  readonly words: readonly TimedWord[];
}

/** The longest sound, in seconds: 60 s are 2.6 MB. */
const MAX_SOUND_DURATION = 60;

/** How long a browser takes from the end of one sound to the start of the next, in seconds; measured. */
const SWITCHING_TIME = 0.09;

/**
 * Joins the renderings of consecutive utterances into one sound, with the silences between them.
 *
 * @param utterances included up to the first one after which reading pauses, or before the first one that has no rendering
 */
export function soundOf(
  utterances: Iterable<Utterance>,
  renderingOf: (utterance: Utterance) => Rendering | undefined,
): Sound {
  const pieces: Int16Array<ArrayBuffer>[] = [];
  const timeSpans = new Map<Utterance, TimeSpan>();
  let samples = 0;
  let rate = 0;
  for (const utterance of utterances) {
    const rendering = renderingOf(utterance);
    if (!rendering || (rate > 0 && samples / rate > MAX_SOUND_DURATION)) break;
    rate = rendering.sampleRate;
    const start = samples / rate;
    samples += rendering.samples.length;
    timeSpans.set(utterance, { start, end: samples / rate, words: rendering.words });
    const silence = new Int16Array(Math.round(utterance.pause * rate));
    samples += silence.length;
    pieces.push(rendering.samples, silence);
    if (utterance.stops) break;
  }
  const lastSilence = pieces.pop();
  if (lastSilence) pieces.push(lastSilence.subarray(Math.round(SWITCHING_TIME * rate)));
  return { file: wavOf(pieces, rate), timeSpans };
}

/** Joins the renderings of consecutive parts of an utterance, which have the same sample rate. */
export function joinRenderings(parts: readonly Rendering[]): Rendering {
  const sampleRate = parts[0]?.sampleRate ?? 0;
  const samples = new Int16Array(parts.reduce((sum, part) => sum + part.samples.length, 0));
  const words: TimedWord[] = [];
  let length = 0;
  for (const part of parts) {
    const start = length / sampleRate;
    samples.set(part.samples, length);
    words.push(...part.words.map((word) => ({ ...word, time: word.time + start })));
    length += part.samples.length;
  }
  return { samples, sampleRate, words };
}
