import type { SpeechError } from '../speech/engine.js';
import type { State } from './state.js';

/** What the code that plays is needed for. */
interface Player {
  play(): Promise<void>;
}

/** Presses of play and pause before the code that plays is loaded. */
export class EarlyPress {
  /** The state until then. */
  state: State = 'idle';
  /** Why the code did not load, until the next press of play. */
  missing: SpeechError | null = null;
  #waits = false;
  /** How often it was withdrawn. What was pressed before the last time must not play. */
  #withdrawals = 0;
  readonly #load: () => Promise<Player>;
  readonly #emit: (event: string) => void;

  constructor(load: () => Promise<Player>, emit: (event: string) => void) {
    this.#load = load;
    this.#emit = emit;
  }

  /** Plays once the code is loaded. Rejects as `Playback.play` does. */
  async play(): Promise<void> {
    const withdrawals = this.#withdrawals;
    this.missing = null;
    this.#waits = true;
    this.#change('loading');
    const player = await this.#load().catch((error: SpeechError) => {
      if (withdrawals === this.#withdrawals) {
        this.missing = error;
        this.withdraw('failed');
        this.#emit('error');
      }
      throw new DOMException(error.message, 'NotSupportedError');
    });
    if (withdrawals !== this.#withdrawals)
      throw new DOMException('Ended before anything was heard', 'AbortError');
    this.#waits = false;
    return player.play();
  }

  /** The press of play no longer waits. */
  withdraw(state: State): void {
    this.#withdrawals++;
    if (!this.#waits) return;
    this.#waits = false;
    this.#change(state);
  }

  #change(state: State): void {
    this.state = state;
    this.#emit('statechange');
  }
}
