import type { ListedVoice } from '../speech/listed-voices.js';

/**
 * The voices that a listener can choose from, listed when they are first asked for.
 *
 * @fires change - when they were listed, or listed again
 */
export class AvailableVoices extends EventTarget {
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

  /** Resolves when they are listed. Where the code for that did not load, the next call tries again. */
  listed(): Promise<void> {
    this.#listing ??= this.#make();
    return this.#listing;
  }

  /** Lists them again if they were listed before: there may be others now, or their names may have changed. */
  refresh(): void {
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
