import { ConsentQuestion, type QuestionHost } from './consent-question.js';
import type { Consent } from './engine-choice.js';
import type { SpeechOptions } from './playback-options.js';

/** The listener's answers whether text may be sent, each given once: those that are stored, else those of this visit. */
export class ListenerConsent implements Consent {
  readonly #options: Pick<SpeechOptions, 'allows' | 'allow'>;
  readonly #host: QuestionHost;
  readonly #answers = new Map<string, boolean>();

  constructor(options: Pick<SpeechOptions, 'allows' | 'allow'>, host: QuestionHost) {
    this.#options = options;
    this.#host = host;
  }

  readonly allows = (recipient: string): boolean => this.#answerFor(recipient) === true;

  /** Rejects with an AbortError DOMException when the question is withdrawn. */
  async consent(recipient: string, mayAsk: boolean): Promise<boolean> {
    if (!mayAsk || typeof this.#answerFor(recipient) === 'boolean') return this.allows(recipient);
    const allowed = await ConsentQuestion.ask(this.#host, recipient);
    this.#answers.set(recipient, allowed);
    this.#options.allow?.(recipient, allowed);
    return this.allows(recipient);
  }

  /** Not a boolean where there is no answer, whatever the page has stored under the recipient's name. */
  #answerFor(recipient: string): unknown {
    const { allows } = this.#options;
    return allows ? allows(recipient) : this.#answers.get(recipient);
  }
}
