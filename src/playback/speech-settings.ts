import type { Manner } from './engine-choice.js';

const LOWEST_RATE = 0.1;
const HIGHEST_RATE = 10;

/** How the listener wants to be read to. Refuses what a media element would. */
export class Delivery {
  muted = false;
  /** The `voiceURI` of the voice to read with wherever it speaks the language; null leaves it to the engines. */
  voice: string | null = null;
  /** How long the silences between paragraphs are, 1 being what the text asks for. */
  pauses = 1;
  #rate = 1;
  #volume = 1;

  get rate(): number {
    return this.#rate;
  }

  /** @throws a NotSupportedError DOMException outside of 0.1 to 10 */
  set rate(rate: number) {
    if (!(rate >= LOWEST_RATE && rate <= HIGHEST_RATE))
      throw new DOMException(
        `A playback rate is between ${LOWEST_RATE} and ${HIGHEST_RATE}`,
        'NotSupportedError',
      );
    this.#rate = rate;
  }

  get volume(): number {
    return this.#volume;
  }

  /** @throws an IndexSizeError DOMException outside of 0 to 1 */
  set volume(volume: number) {
    if (!(volume >= 0 && volume <= 1))
      throw new DOMException('A volume is between 0 and 1', 'IndexSizeError');
    this.#volume = volume;
  }

  /** What of it the engines are told. */
  get manner(): Manner {
    return { rate: this.#rate, volume: this.muted ? 0 : this.#volume, voice: this.voice };
  }
}
