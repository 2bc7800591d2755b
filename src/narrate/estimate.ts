import { keyOf, type RenderingStore } from './rendering-store.js';
import { type Script, utterancesOf } from './script.js';
import { SAMPLE_RATE } from './sound/sample-rate.js';
import type { Voice } from './voices/voice.js';

/** How fast voices speak, in characters per second: the mean of Azure's German voices and eSpeak NG. */
const PACE = 14.5;

/**
 * What Azure asks for a million characters of a neural voice, in US dollars, without tax, as of November 2026.
 *
 * @see https://azure.microsoft.com/pricing/details/speech/
 */
const AZURE_PRICE = 16;

/** What it would take to narrate an article. */
export interface Estimate {
  readonly sentences: number;
  /** How long the recording would be. */
  readonly minutes: number;
  /** How much text would be rendered, as it is spoken, without what is in the store. */
  readonly characters: number;
  /** What Azure would ask for these characters, in US dollars. */
  readonly azureDollars: number;
}

export async function estimate(
  script: Script,
  voice: Voice,
  store: RenderingStore,
): Promise<Estimate> {
  let [seconds, characters] = [0, 0];
  const utterances = utterancesOf(script);
  for (const utterance of utterances) {
    const stored = await store.get(keyOf(voice.id, utterance));
    const { length } = utterance.text;
    seconds += utterance.pause + (stored ? stored.samples.length / SAMPLE_RATE : length / PACE);
    if (!stored) characters += length;
  }
  return {
    sentences: script.length,
    minutes: seconds / 60,
    characters,
    azureDollars: (characters / 1e6) * AZURE_PRICE,
  };
}
