import { bestVoice } from '../voices.js';

/** How long a browser may take to list its voices, in milliseconds since the page was opened; the player asks early. */
const PATIENCE = 2500;

/** How often it is looked whether more voices are listed, in milliseconds. */
const POLLING = 50;

/** How long it is waited for them at the least, in milliseconds. */
const LEAST_PATIENCE = 250;

/**
 * The browser's voices. Chromium and Firefox answer the first `getVoices()` with nothing and list them a little later (here
 * after 1.4 s, 13,362 voices), or never where there is no speech service.
 *
 * @see https://webaudio.github.io/web-speech-api/#dom-speechsynthesis-getvoices
 */
export class VoiceList {
  readonly #synthesis: SpeechSynthesis;
  readonly #listed: Promise<void>;
  readonly #best = new Map<string, SpeechSynthesisVoice | undefined>();

  constructor(synthesis: SpeechSynthesis) {
    this.#synthesis = synthesis;
    this.#listed = this.#wait();
    // Safari has no such event: https://developer.mozilla.org/docs/Web/API/SpeechSynthesis/voiceschanged_event
    synthesis.addEventListener?.('voiceschanged', () => this.#best.clear());
  }

  /** All voices that are listed by now. */
  async all(): Promise<readonly SpeechSynthesisVoice[]> {
    await this.#listed;
    return this.#synthesis.getVoices();
  }

  /** The best voice for a language, BCP 47, or undefined where none speaks it. */
  async best(lang: string): Promise<SpeechSynthesisVoice | undefined> {
    await this.#listed;
    if (!this.#best.has(lang)) this.#best.set(lang, bestVoice(this.#synthesis.getVoices(), lang));
    return this.#best.get(lang);
  }

  /** Waits until voices are listed and no more are added: Firefox lists them bit by bit and fails to speak meanwhile. */
  async #wait(): Promise<void> {
    const until = Math.max(PATIENCE, performance.now() + LEAST_PATIENCE);
    let listed = -1;
    for (;;) {
      const { length } = this.#synthesis.getVoices();
      if ((length > 0 && length === listed) || performance.now() >= until) return;
      listed = length;
      await new Promise((resolve) => setTimeout(resolve, POLLING));
    }
  }
}
