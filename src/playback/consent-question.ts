interface Pending extends PromiseWithResolvers<boolean> {
  readonly recipient: string;
}

/** The question whether text may be sent to a recipient. There is one at a time. */
export class ConsentQuestion {
  readonly #onChange: () => void;
  #pending: Pending | null = null;

  /** @param onChange called when the question is asked, and when it was answered */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The recipient that the pending question is about, or null. */
  get recipient(): string | null {
    return this.#pending?.recipient ?? null;
  }

  /** Asks the listener. Rejects with an AbortError DOMException when the question is withdrawn. */
  ask(recipient: string): Promise<boolean> {
    this.withdraw();
    this.#pending = { recipient, ...Promise.withResolvers<boolean>() };
    const { promise } = this.#pending;
    this.#onChange();
    return promise;
  }

  /** Answers the pending question. Where text must not be sent, another voice reads. */
  answer(allowed: boolean): void {
    this.#pending?.resolve(allowed);
    this.#pending = null;
    this.#onChange();
  }

  /** The answer is no longer needed. */
  withdraw(): void {
    this.#pending?.reject(new DOMException('The question was not answered', 'AbortError'));
    this.#pending = null;
  }
}
