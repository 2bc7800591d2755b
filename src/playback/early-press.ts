import type { SpeechError } from '../speech/engine.js';
import type { State } from './state.js';

/** Presses of play and pause before the code that plays is loaded. */
export class EarlyPress<Player extends { play(): Promise<void> }> {
  /** The state until then. */
  state: State = 'idle';
  /** Why the code did not load, until the next press of play. */
  missing: SpeechError | null = null;
  /** The press that waits. */
  #request: object | null = null;
  readonly #load: () => Promise<Player>;
  readonly #emit: (event: string) => void;

  constructor(load: () => Promise<Player>, emit: (event: string) => void) {
    this.#load = load;
    this.#emit = emit;
  }

  /** Plays once the code is loaded. Rejects as `Playback.play` does. */
  async play(): Promise<void> {
    const request = (this.#request ??= {});
    this.missing = null;
    this.#change('loading');
    const player = await this.#load().catch((error: SpeechError) => {
      if (request === this.#request) {
        this.missing = error;
        this.withdraw('failed');
        this.#emit('error');
      }
      throw new DOMException(error.message, 'NotSupportedError');
    });
    if (request !== this.#request)
      throw new DOMException('Ended before anything was heard', 'AbortError');
    return player.play();
  }

  /** The press of play no longer waits. */
  withdraw(state: State): void {
    if (!this.#request) return;
    this.#request = null;
    this.#change(state);
  }

  #change(state: State): void {
    this.state = state;
    this.#emit('statechange');
  }
}
