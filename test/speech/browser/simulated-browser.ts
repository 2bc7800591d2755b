import { BrowserEngine } from '../../../src/speech/browser/browser-engine.js';
import type { SpeakOptions, Word } from '../../../src/speech/engine.js';
import { SimulatedSynthesis } from '../../fixtures/simulated-synthesis.js';
import { PLATFORMS, type SpeechPlatform } from '../../fixtures/speech-platforms.js';

export const utterance = (text: string, pause = 0) => ({ text, lang: 'de', pause });

export const moment = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * An engine in a simulated browser, and a record of what it reports.
 *
 * @param allowed whether the listener has allowed that text is sent; null leaves the engine without an answer
 */
export function setUp(
  platform: SpeechPlatform = PLATFORMS.specified,
  allowed: boolean | null = true,
) {
  const synthesis = new SimulatedSynthesis(platform);
  const engine = new BrowserEngine(synthesis.asSpeechSynthesis, platform.navigator);
  if (allowed !== null) engine.allows = () => allowed;
  const aborting = new AbortController();
  const log: string[] = [];
  const words: Word[] = [];
  const options: SpeakOptions = {
    signal: aborting.signal,
    onStart: () => log.push('start'),
    onWord: (word) => words.push(word),
  };
  return { synthesis, engine, aborting, log, words, options };
}

export async function errorOf(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => new Error('It did not reject'),
    (error: unknown) => error as Error,
  );
}
