import type { ListedVoice } from '../speech/listed-voices.js';

/**
 * The voices that a listener may choose from, listed when they are first asked for.
 *
 * @fires change - when they have been listed, or listed anew
 */
export class VoiceList extends EventTarget {
  readonly #list: () => Promise<readonly ListedVoice[]>;
  #voices: readonly ListedVoice[] = [];
  #listing: Promise<void> | null = null;

  /** @param list makes the list */
  constructor(list: () => Promise<readonly ListedVoice[]>) {
    super();
    this.#list = list;
  }

  /** Empty until they are listed. */
  get voices(): readonly ListedVoice[] {
    void this.listed();
    return this.#voices;
  }

  /** Settles when they are listed. Where their code did not arrive, the next call tries again. */
  listed(): Promise<void> {
    this.#listing ??= this.#make();
    return this.#listing;
  }

  /** Lists them anew if they were asked for: there may be others now, or they may have other names. */
  renew(): void {
    this.#listing &&= this.#listing.then(() => this.#make());
  }

  async #make(): Promise<void> {
    try {
      this.#voices = await this.#list();
      this.dispatchEvent(new Event('change'));
    } catch {
      this.#listing = null;
    }
  }
}
