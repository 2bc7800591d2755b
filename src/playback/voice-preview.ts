import type { ConsentQuestion } from './consent-question.js';
import type { Delivery } from './speech-settings.js';
import type { PlaybackOptions } from './playback-options.js';
import type { Sampler, VoiceReference } from './preview-player.js';

interface Sample {
  readonly voiceURI: string;
  readonly ending: AbortController;
}

/** Lets voices be tried out, one at a time. The code for that is fetched with the first. */
export class Samples {
  readonly #options: PlaybackOptions;
  readonly #question: ConsentQuestion;
  readonly #delivery: Delivery;
  readonly #onChange: () => void;
  #sampler: Sampler | null = null;
  #sample: Sample | null = null;

  /**
   * @param question asks whether a text may be sent to a host
   * @param delivery tells how fast and how loud samples are
   * @param onChange called when another voice is tried out, or none
   */
  constructor(
    options: PlaybackOptions,
    question: ConsentQuestion,
    delivery: Delivery,
    onChange: () => void,
  ) {
    this.#options = options;
    this.#question = question;
    this.#delivery = delivery;
    this.#onChange = onChange;
  }

  /** The `voiceURI` of the voice that is tried out, or null. */
  get voiceURI(): string | null {
    return this.#sample?.voiceURI ?? null;
  }

  /** Settles when a voice was heard; rejects with a DOMException, an AbortError where it was ended. */
  async hear(voice: VoiceReference): Promise<void> {
    const ending = new AbortController();
    const sample = { voiceURI: voice.voiceURI, ending };
    this.#set(sample);
    try {
      const sampler = await this.#load();
      ending.signal.throwIfAborted();
      await sampler.speak(voice, ending.signal);
    } finally {
      if (this.#sample === sample) this.#set(null);
    }
  }

  end(): void {
    if (!this.#sample) return;
    this.#question.withdraw();
    this.#sample.ending.abort(new DOMException('The sample was ended', 'AbortError'));
    this.#set(null);
  }

  /** Takes note that the delivery has changed. */
  deliveryChanged(): void {
    this.#sampler?.set(this.#delivery.manner);
  }

  dispose(): void {
    this.#sampler?.dispose();
    this.#sampler = null;
  }

  #set(sample: Sample | null): void {
    this.#sample = sample;
    this.#onChange();
  }

  async #load(): Promise<Sampler> {
    const { Sampler } = await import('./preview-player.js').catch((cause: unknown) => {
      throw new DOMException(String(cause), 'NetworkError');
    });
    this.#sampler ??= new Sampler(this.#options, this.#question);
    this.deliveryChanged();
    return this.#sampler;
  }
}
