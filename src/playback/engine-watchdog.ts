import type { SpeechEngine } from '../speech/engine.js';
import { Patience } from './watchdog.js';

/** How long an engine may keep a listener waiting while another one could take over, in milliseconds. */
export const START_PATIENCE = 2000;

/** How long before an engine is given up the one that would take over is loaded, in milliseconds. */
const HEAD_START = 1300;

/** Waits for an engine, and has the one that would take over get ready before it is given up. */
export class EnginePatience {
  readonly #findOther: () => Promise<SpeechEngine | null>;
  readonly #patience = new Patience();
  #waits = 0;

  /** @param findOther finds the engine that would take over */
  constructor(findOther: () => Promise<SpeechEngine | null>) {
    this.#findOther = findOther;
  }

  /** Calls back after so many milliseconds, unless it is asked for something else before. */
  for(milliseconds: number, over: () => void): void {
    this.end();
    this.#patience.for(milliseconds - HEAD_START, () => {
      void this.#warmOther();
      this.#patience.for(HEAD_START, over);
    });
  }

  /**
   * The same, but where no other engine could take over, waits for the last time.
   *
   * @param last how much longer that is, in milliseconds
   * @param over told whether another engine could take over
   */
  forOther(milliseconds: number, last: number, over: (other: boolean) => void): void {
    this.for(milliseconds, () => {
      const wait = this.#waits;
      this.#patience.for(last, () => over(false));
      void this.#findOther().then((other) => {
        if (other && wait === this.#waits) over(true);
      });
    });
  }

  end(): void {
    this.#waits++;
    this.#patience.end();
  }

  async #warmOther(): Promise<void> {
    try {
      await (await this.#findOther())?.load(() => undefined);
    } catch {
      // Whether it can be loaded matters only when it takes over.
    }
  }
}
