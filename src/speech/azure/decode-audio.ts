import { SpeechError } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';

/** Samples a second, as Azure's neural voices have them. */
const SAMPLE_RATE = 24_000;

/** What is softer than this is silence, as a share of the loudest there is; -50 dB. */
const SILENCE_THRESHOLD = 0.003;

/** What is left of the silence around the speech, in seconds, so that no soft sound is cut off. */
const MARGIN = 0.03;

/**
 * The speech in a file of the service. The silence around it goes, about 0.8 s at the end that the text has not asked for:
 * https://github.com/MicrosoftDocs/azure-docs/issues/47344, https://github.com/microsoft/cognitive-services-speech-sdk-js/issues/691
 *
 * @throws a SpeechError where there is no speech in it: a voice that does not speak the text's language is silent
 */
export async function decodeAudio(file: ArrayBuffer): Promise<Rendering> {
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
  const sound = await context.decodeAudioData(file).catch((cause: unknown) => {
    throw new SpeechError('failed', 'What the service sent is no sound', { cause });
  });
  const samples = sound.getChannelData(0);
  const isHeard = (sample: number) => Math.abs(sample) > SILENCE_THRESHOLD;
  const first = samples.findIndex(isHeard);
  if (first < 0) throw new SpeechError('failed', 'What the service sent is silence');
  const margin = Math.round(MARGIN * SAMPLE_RATE);
  const speech = samples.subarray(
    Math.max(first - margin, 0),
    samples.findLastIndex(isHeard) + 1 + margin,
  );
  return {
    samples: new Int16Array(speech.map((sample) => Math.max(-1, Math.min(sample, 1)) * 32_767)),
    sampleRate: SAMPLE_RATE,
    words: [],
  };
}
