import type { Utterance } from '../../speech/engine.js';
import type { Rendering } from '../../speech/sound/rendering.js';

/** What turns utterances into sound, without playing it. */
export interface Voice {
  /** Identifies the voice and everything its sound depends on besides the text: sound that was rendered for one identity is used again. */
  readonly id: string;
  /** Its name for listeners. */
  readonly name: string;
  /** How many utterances it can render at the same time. */
  readonly jobs: number;
  /** Whether it speaks a language, BCP 47. */
  speaks(lang: string): boolean;
  /**
   * Renders an utterance.
   *
   * @returns the sound, at any sample rate, with the times of words as far as they are known
   * @throws a Failure
   */
  render(utterance: Utterance, signal: AbortSignal): Promise<Rendering>;
  /** Ends its processes and connections. */
  close(): Promise<void>;
}
