import type { PlaybackOptions } from './playback-options.js';

interface Pending extends PromiseWithResolvers<boolean> {
  readonly recipient: string;
}

/** Asks the listener whether text may be sent to a host: once for each host, and one question at a time. */
export class ConsentQuestion {
  readonly #options: Pick<PlaybackOptions, 'allows' | 'allow'>;
  readonly #onChange: () => void;
  #pending: Pending | null = null;

  /** @param onChange called when the question is asked, and when it was answered */
  constructor(options: Pick<PlaybackOptions, 'allows' | 'allow'>, onChange: () => void) {
    this.#options = options;
    this.#onChange = onChange;
  }

  /** The host that the pending question is about, or null. */
  get recipient(): string | null {
    return this.#pending?.recipient ?? null;
  }

  /**
   * Whether text may be sent to a host. Rejects with an AbortError DOMException when the question is withdrawn.
   *
   * @param mayAsk whether the listener may be asked, if there is no answer yet
   */
  async consent(recipient: string, mayAsk: boolean): Promise<boolean> {
    const allowed = this.#options.allows?.(recipient);
    if (allowed !== undefined || !mayAsk) return allowed ?? false;
    this.withdraw();
    this.#pending = { recipient, ...Promise.withResolvers<boolean>() };
    const { promise } = this.#pending;
    this.#onChange();
    return promise;
  }

  /** Answers the pending question. Where text must not be sent, another engine reads. */
  answer(allowed: boolean): void {
    if (!this.#pending) return;
    const { recipient, resolve } = this.#pending;
    this.#pending = null;
    this.#options.allow?.(recipient, allowed);
    resolve(allowed);
    this.#onChange();
  }

  /** The answer is no longer needed. */
  withdraw(): void {
    this.#pending?.reject(new DOMException('The question was not answered', 'AbortError'));
    this.#pending = null;
  }
}
