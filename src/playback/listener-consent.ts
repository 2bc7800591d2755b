import { ConsentQuestion, type QuestionHost } from './consent-question.js';
import type { Consent } from './engine-choice.js';
import type { SpeechOptions } from './playback-options.js';

type Options = Pick<SpeechOptions, 'allows' | 'allow' | 'loadQuestion'>;

/** The listener's answers whether text may be sent, each given once: those that are stored, else those of this visit. */
export class ListenerConsent implements Consent {
  readonly #options: Options;
  readonly #host: QuestionHost;
  readonly #answers = new Map<string, boolean>();

  constructor(options: Options, host: QuestionHost) {
    this.#options = options;
    this.#host = host;
  }

  readonly allows = (recipient: string): boolean => this.#answerFor(recipient) === true;

  /** Rejects with an AbortError DOMException when the question is withdrawn. */
  async consent(recipient: string, mayAsk: boolean): Promise<boolean> {
    if (!mayAsk || typeof this.#answerFor(recipient) === 'boolean') return this.allows(recipient);
    if (!(await this.#canAsk())) return false;
    const allowed = await ConsentQuestion.ask(this.#host, recipient);
    this.#answers.set(recipient, allowed);
    this.#options.allow?.(recipient, allowed);
    return this.allows(recipient);
  }

  /** A question that cannot be shown, as without a network, would be waited for in silence. */
  async #canAsk(): Promise<boolean> {
    try {
      await this.#options.loadQuestion?.();
      return true;
    } catch {
      return false;
    }
  }

  /** Not a boolean where there is no answer, whatever the page has stored under the recipient's name. */
  #answerFor(recipient: string): unknown {
    const { allows } = this.#options;
    return allows ? allows(recipient) : this.#answers.get(recipient);
  }
}
