import type { SpeechEngine } from '../speech/engine.js';
import { Watchdog } from './watchdog.js';

/** How long an engine may keep a listener waiting while another one could take over, in milliseconds. */
export const START_TIMEOUT = 2000;

/** How long a listener may wait for a sound that has not arrived, while another engine could take over, in milliseconds. */
export const BUFFER_TIMEOUT = 500;

/** How long before an engine is given up its successor begins to load: at most in milliseconds, and as a share of the wait. */
const HEAD_START = 1300;
const HEAD_START_SHARE = 0.8;

/** Gives up an engine that takes too long, and has its successor load shortly before that. */
export class EngineWatchdog {
  readonly #findSuccessor: () => Promise<SpeechEngine | null>;
  readonly #watchdog = new Watchdog();
  #starts = 0;

  /** @param findSuccessor finds the engine that would take over */
  constructor(findSuccessor: () => Promise<SpeechEngine | null>) {
    this.#findSuccessor = findSuccessor;
  }

  /** Calls back after a time in milliseconds, unless it is started again or stopped before that. */
  start(milliseconds: number, onTimeout: () => void): void {
    this.stop();
    const headStart = Math.min(HEAD_START, HEAD_START_SHARE * milliseconds);
    this.#watchdog.start(milliseconds - headStart, () => {
      void this.#loadSuccessor();
      this.#watchdog.start(headStart, onTimeout);
    });
  }

  /**
   * The same, but an engine without a successor gets more time.
   *
   * @param extra how much more, in milliseconds
   * @param onTimeout receives whether there is a successor
   */
  startUnlessLast(
    milliseconds: number,
    extra: number,
    onTimeout: (hasSuccessor: boolean) => void,
  ): void {
    this.start(milliseconds, () => {
      const start = this.#starts;
      this.#watchdog.start(extra, () => onTimeout(false));
      void this.#findSuccessor().then((successor) => {
        if (successor && start === this.#starts) onTimeout(true);
      });
    });
  }

  stop(): void {
    this.#starts++;
    this.#watchdog.stop();
  }

  async #loadSuccessor(): Promise<void> {
    try {
      await (await this.#findSuccessor())?.load(() => undefined);
    } catch {
      // A failure to load matters only when the successor takes over.
    }
  }
}
