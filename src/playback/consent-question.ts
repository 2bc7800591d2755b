/** Shows a pending question to the listener: a playback. */
export interface QuestionHost {
  consent: ConsentQuestion | null;
  dispatchEvent(event: Event): boolean;
}

/** The pending question whether text may be sent to a recipient. A playback has one at a time. */
export class ConsentQuestion {
  readonly recipient: string;
  readonly #host: QuestionHost;
  readonly #answer = Promise.withResolvers<boolean>();

  private constructor(host: QuestionHost, recipient: string) {
    this.#host = host;
    this.recipient = recipient;
  }

  /** Asks the listener. Rejects with an AbortError DOMException when the question is withdrawn. */
  static ask(host: QuestionHost, recipient: string): Promise<boolean> {
    host.consent?.withdraw();
    const question = new ConsentQuestion(host, recipient);
    question.#show(question);
    return question.#answer.promise;
  }

  /** Where text must not be sent, another voice reads. */
  answer(allowed: boolean): void {
    this.#answer.resolve(allowed);
    this.#show(null);
  }

  /** The answer is no longer needed. */
  withdraw(): void {
    this.#answer.reject(new DOMException('The question was not answered', 'AbortError'));
    this.#show(null);
  }

  #show(question: ConsentQuestion | null): void {
    this.#host.consent = question;
    this.#host.dispatchEvent(new Event('statechange'));
  }
}
