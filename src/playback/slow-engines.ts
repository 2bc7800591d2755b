import type { SpeechEngine, SpeechError, Utterance } from '../speech/engine.js';

/** The engines whose sound arrives too slowly, such as a recording on a poor network. Each is used again where it has arrived. */
export class SlowEngines {
  readonly #engines = new Set<SpeechEngine>();

  /**
   * Takes note of an engine that has not spoken an utterance.
   *
   * @returns false where it was not too slow, or too slow although the sound was there
   */
  add(engine: SpeechEngine, utterance: Utterance, { reason }: SpeechError): boolean {
    if (reason !== 'timeout' || (engine.isBuffered?.(utterance) ?? true)) return false;
    this.#engines.add(engine);
    return true;
  }

  /** Whether an engine need not be waited for. */
  canSpeak(engine: SpeechEngine, utterance: Utterance): boolean {
    return !this.#engines.has(engine) || (engine.isBuffered?.(utterance) ?? true);
  }

  /** @returns whether it was too slow before */
  delete(engine: SpeechEngine): boolean {
    return this.#engines.delete(engine);
  }
}
