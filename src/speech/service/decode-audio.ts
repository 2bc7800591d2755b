import { SpeechError } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';
import type { TimedWord } from '../sound/sound.js';

/** In samples per second. Most neural voices have this one, others are converted to it. */
const SAMPLE_RATE = 24_000;

/** Anything below this share of full scale counts as silence; -50 dB. */
const SILENCE_THRESHOLD = 0.003;

/** How much of the silence around the speech is kept, in seconds, so that no quiet sound is cut off. */
const MARGIN = 0.03;

/**
 * Decodes an audio file of a service and trims the silence around the speech. Azure adds about 0.8 s at the end:
 * https://github.com/MicrosoftDocs/azure-docs/issues/47344, https://github.com/microsoft/cognitive-services-speech-sdk-js/issues/691
 *
 * @param words with their times in the file; those that would begin after its speech are left out
 * @throws a SpeechError if it contains no speech, as when the voice does not speak the language of the text
 */
export async function decodeAudio(
  file: ArrayBuffer,
  words: readonly TimedWord[] = [],
): Promise<Rendering> {
  const context = new OfflineAudioContext(1, 1, SAMPLE_RATE);
  const sound = await context.decodeAudioData(file).catch((cause: unknown) => {
    throw new SpeechError('failed', 'The service did not send an audio file', { cause });
  });
  const samples = sound.getChannelData(0);
  const isAudible = (sample: number) => Math.abs(sample) > SILENCE_THRESHOLD;
  const first = samples.findIndex(isAudible);
  if (first < 0) throw new SpeechError('failed', 'The service sent only silence');
  const margin = Math.round(MARGIN * SAMPLE_RATE);
  const start = Math.max(first - margin, 0);
  const speech = samples.subarray(start, samples.findLastIndex(isAudible) + 1 + margin);
  return {
    samples: new Int16Array(speech.map((sample) => Math.max(-1, Math.min(sample, 1)) * 32_767)),
    sampleRate: SAMPLE_RATE,
    words: words
      .map((word) => ({ ...word, time: Math.max(word.time - start / SAMPLE_RATE, 0) }))
      .filter(({ time }) => time * SAMPLE_RATE < speech.length),
  };
}
