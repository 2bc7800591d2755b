import { delay } from '../delay.js';

/** How long other speech may keep a reading waiting, in milliseconds: long enough for a message of the page. */
const PATIENCE = 5000;

/** How often to check whether it is heard, in milliseconds. */
const POLL_INTERVAL = 20;

/**
 * How long `cancel()` may take, in milliseconds. Until then, what it cancels may still be in the queue, and what is queued
 * after it may be cancelled as well.
 */
const CANCEL_TIMEOUT = 100;

/**
 * Speech that other code starts with the browser's voices while an article is read: the page itself, or in some browsers
 * another tab. Nobody understands two voices at once. So a reading that a person has just started silences other speech; a
 * reading under way gives way to it, but not for longer than `PATIENCE`.
 */
export class OtherSpeech {
  readonly #synthesis: SpeechSynthesis | undefined;
  /** Whether it was silenced in vain, as with another tab in Firefox; until it has ended by itself. */
  #ignored = false;

  constructor(synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis) {
    this.#synthesis = synthesis;
  }

  /** Whether it is heard. What the page has paused is not. */
  get heard(): boolean {
    const heard = (this.#synthesis?.speaking && !this.#synthesis.paused) ?? false;
    this.#ignored &&= heard;
    return heard && !this.#ignored;
  }

  /** Whether it occupies the queue, in which an utterance would have to wait for it. */
  get queued(): boolean {
    return (this.#synthesis?.speaking || this.#synthesis?.pending) ?? false;
  }

  silence(): void {
    this.#synthesis?.cancel();
    this.#ignored = true;
  }

  /**
   * Makes way for a reading that a person has just started.
   *
   * @returns whether the queue is free; not where other code goes on speaking
   */
  async end(signal: AbortSignal): Promise<boolean> {
    // What is in the queue may be the reading's own utterance, which was just cancelled.
    const until = performance.now() + CANCEL_TIMEOUT;
    while (this.queued && performance.now() < until) await delay(POLL_INTERVAL, signal);
    if (!this.queued) return true;
    this.silence();
    await delay(CANCEL_TIMEOUT, signal);
    return !this.queued;
  }

  /**
   * Waits until it has ended, and silences it when the patience is over.
   *
   * @param ofQueue whether the queue is needed, or only silence
   * @returns whether it has ended by itself
   */
  async wait(ofQueue: boolean, signal: AbortSignal): Promise<boolean> {
    const until = performance.now() + PATIENCE;
    while (ofQueue ? this.queued : this.heard) {
      if (performance.now() >= until) {
        await this.end(signal);
        return false;
      }
      await delay(POLL_INTERVAL, signal);
    }
    return true;
  }

  /** Calls back when it begins and when it ends, or is silenced because the patience is over, until the signal is aborted. */
  watch(signal: AbortSignal, onChange: (heard: boolean) => void): void {
    if (!this.#synthesis) return;
    let since: number | null = null;
    const timer = setInterval(() => {
      if (since !== null && performance.now() - since >= PATIENCE) this.silence();
      const { heard } = this;
      if (heard === (since !== null)) return;
      since = heard ? performance.now() : null;
      onChange(heard);
    }, POLL_INTERVAL);
    signal.addEventListener('abort', () => clearInterval(timer));
  }
}
