import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
} from '../speech/engine.js';
import { Patience } from './patience.js';
import { SECONDS_A_CHARACTER } from './timeline.js';

/** How long an engine may take to be heard while another one could take over, and while none could, in milliseconds. */
const START_PATIENCE = 2000;
const LAST_START_PATIENCE = 20_000;

/** How long after its start an utterance must have ended: so many times its expected time, and so many milliseconds. */
const STALL_FACTOR = 2;
const STALL_PATIENCE = 5000;

/** One attempt of an engine to speak an utterance, which is given up when it does not start or does not end. */
export class Attempt {
  readonly #engine: SpeechEngine;
  readonly #utterance: Utterance;
  readonly #hasOther: () => Promise<boolean>;
  readonly #patience = new Patience();
  readonly #lost = new AbortController();
  #awaits: 'start' | 'end' | null = null;
  /** How long it should take, in seconds at rate 1. */
  #expected: number;

  /** @param hasOther tells whether another engine could take over */
  constructor(engine: SpeechEngine, utterance: Utterance, hasOther: () => Promise<boolean>) {
    this.#engine = engine;
    this.#utterance = utterance;
    this.#hasOther = hasOther;
    this.#expected = utterance.text.length * SECONDS_A_CHARACTER;
  }

  /**
   * @param silence that comes before it, in seconds at rate 1
   * @throws what the engine throws, and a SpeechError where it did not start or stalled
   */
  async speak(silence: number, { signal, ...options }: SpeakOptions): Promise<void> {
    this.#awaitStart((silence * 1000) / this.#engine.rate);
    try {
      await this.#engine.speak(this.#utterance, {
        ...options,
        signal: AbortSignal.any([signal, this.#lost.signal]),
        onStart: (duration) => {
          this.#expected = duration ?? this.#expected;
          this.#awaitEnd();
          options.onStart(duration);
        },
      });
    } finally {
      this.#awaitNothing();
    }
  }

  /** Waits as long as the listener does. */
  pause(): void {
    this.#awaitNothing();
    this.#engine.pause();
  }

  resume(): void {
    this.#awaitStart(0);
    this.#engine.resume();
  }

  /** Takes note that the engine's rate has changed. */
  rateChanged(): void {
    if (this.#awaits === 'end') this.#awaitEnd();
  }

  #awaitStart(silence: number): void {
    this.#awaits = 'start';
    this.#patience.for(START_PATIENCE + silence, () => {
      this.#patience.for(LAST_START_PATIENCE, () => this.#lose('did not start'));
      void this.#hasOther().then((other) => {
        if (other && this.#awaits === 'start') this.#lose('did not start in time');
      });
    });
  }

  #awaitEnd(): void {
    this.#awaits = 'end';
    const seconds = (this.#expected * STALL_FACTOR) / this.#engine.rate;
    this.#patience.for(seconds * 1000 + STALL_PATIENCE, () => this.#lose('did not end'));
  }

  #awaitNothing(): void {
    this.#awaits = null;
    this.#patience.end();
  }

  #lose(what: string): void {
    this.#lost.abort(new SpeechError('timeout', `${this.#engine.name} ${what}`));
  }
}
