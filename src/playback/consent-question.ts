import type { PlaybackOptions } from './playback-options.js';

interface Asked extends PromiseWithResolvers<boolean> {
  readonly recipient: string;
}

/** Asks the listener whether texts may be sent to a host: once for each host, and one question at a time. */
export class ConsentQuestion {
  readonly #options: Pick<PlaybackOptions, 'allows' | 'allow'>;
  readonly #onChange: () => void;
  #asked: Asked | null = null;

  /** @param onChange called when the listener is asked, and when they have answered */
  constructor(options: Pick<PlaybackOptions, 'allows' | 'allow'>, onChange: () => void) {
    this.#options = options;
    this.#onChange = onChange;
  }

  /** The host that the question is about, or null where none is asked. */
  get recipient(): string | null {
    return this.#asked?.recipient ?? null;
  }

  /**
   * Whether texts may be sent to a host. Rejects with an AbortError DOMException when the question is withdrawn.
   *
   * @param mayAsk whether the listener may be asked, where they have not said yet
   */
  async consent(recipient: string, mayAsk: boolean): Promise<boolean> {
    const allowed = this.#options.allows?.(recipient);
    if (allowed !== undefined || !mayAsk) return allowed ?? false;
    this.withdraw();
    this.#asked = { recipient, ...Promise.withResolvers<boolean>() };
    const { promise } = this.#asked;
    this.#onChange();
    return promise;
  }

  answer(allowed: boolean): void {
    if (!this.#asked) return;
    const { recipient, resolve } = this.#asked;
    this.#asked = null;
    this.#options.allow?.(recipient, allowed);
    resolve(allowed);
    this.#onChange();
  }

  /** Whoever asked does not want to know any more. */
  withdraw(): void {
    this.#asked?.reject(new DOMException('The question was not answered', 'AbortError'));
    this.#asked = null;
  }
}
