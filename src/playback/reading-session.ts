/**
 * The reading under way: one run through the narration from the playhead on, which a seek, a stop, or a pause before
 * anything was heard aborts; and the promise of `play()`, which may outlive several such runs.
 */
export class ReadingSession {
  #controller: AbortController | null = null;
  #audible: PromiseWithResolvers<void> | null = null;

  /** Whether a run is under way, or held by a pause. */
  get active(): boolean {
    return this.#controller !== null;
  }

  /** Begins a run. @returns the signal that aborts it */
  begin(): AbortSignal {
    this.#controller = new AbortController();
    return this.#controller.signal;
  }

  abort(): void {
    this.#controller?.abort(new DOMException('The reading was ended', 'AbortError'));
    this.#controller = null;
  }

  /** Whether `play()` was called and nothing has been heard since. */
  get awaitsSound(): boolean {
    return this.#audible !== null;
  }

  /** Settles once speech is audible; at once where it already is. */
  get audible(): Promise<void> {
    return this.#audible?.promise ?? Promise.resolve();
  }

  /** `play()` was called. */
  awaitSound(): void {
    this.#audible = Promise.withResolvers();
    this.#audible.promise.catch(() => undefined); // The caller of play() may ignore its promise.
  }

  /** Speech is audible. */
  resolveSound(): void {
    this.#audible?.resolve();
    this.#audible = null;
  }

  /** Speech will not become audible. @param name of the DOMException */
  rejectSound(name: string, message = 'Ended before anything was heard'): void {
    this.#audible?.reject(new DOMException(message, name));
    this.#audible = null;
  }
}
