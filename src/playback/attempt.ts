import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Word,
} from '../speech/engine.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { EnginePatience, START_PATIENCE } from './engine-watchdog.js';
import { SECONDS_A_CHARACTER } from './speaking-pace.js';

/** How much longer an engine that none could take over from may take to be heard, in milliseconds. */
const LAST_START_PATIENCE = 20_000;

/** How long after its start an utterance must have ended: so many times its expected time, and so many milliseconds. */
const STALL_FACTOR = 2;
const STALL_PATIENCE = 5000;

/** One attempt of an engine to speak an utterance, which is given up when it does not start or does not end. */
export class Attempt {
  readonly #engine: SpeechEngine;
  readonly #utterance: Utterance;
  readonly #patience: EnginePatience;
  readonly #lost = new AbortController();
  #awaits: 'start' | 'end' | null = null;
  #over = false;
  /** How long it should take, in seconds at rate 1. */
  #expected: number;

  /** @param findOther finds the engine that would take over */
  constructor(
    engine: SpeechEngine,
    utterance: Utterance,
    findOther: () => Promise<SpeechEngine | null>,
  ) {
    this.#engine = engine;
    this.#utterance = utterance;
    this.#patience = new EnginePatience(findOther);
    this.#expected = utterance.text.length * SECONDS_A_CHARACTER;
  }

  /**
   * Keeps an engine to the port's promises: after it has settled or was aborted, whatever it tells is not heard.
   *
   * @param silence that comes before it, in seconds at rate 1
   * @throws a SpeechError, a NotAllowedError DOMException, or the signal's reason
   */
  async speak(silence: number, options: SpeakOptions): Promise<void> {
    const signal = AbortSignal.any([options.signal, this.#lost.signal]);
    let started = false;
    this.#awaitStart((silence * 1000) / this.#engine.rate);
    try {
      const spoken = this.#engine.speak(this.#utterance, {
        ...options,
        signal,
        onStart: (duration) => {
          if (signal.aborted || this.#awaits === null) return;
          started = true;
          this.#expected = duration ?? this.#expected;
          this.#awaitEnd();
          options.onStart(duration);
        },
        onWord: (word) => {
          if (this.#awaits === 'end' && !signal.aborted && isIn(this.#utterance, word))
            options.onWord(word);
        },
      });
      await unlessAborted(spoken, signal);
      if (!started) throw new SpeechError('failed', `${this.#engine.name} ended without a start`);
    } finally {
      this.#awaitNothing();
      this.#over = true;
    }
  }

  /** Waits as long as the listener does. */
  pause(): void {
    if (this.#over) return;
    this.#awaitNothing();
    this.#tell(() => this.#engine.pause());
  }

  resume(): void {
    if (this.#over) return;
    this.#awaitStart(0);
    this.#tell(() => this.#engine.resume());
  }

  /** Takes note that the engine's rate has changed. */
  rateChanged(): void {
    if (this.#awaits === 'end') this.#awaitEnd();
  }

  #awaitStart(silence: number): void {
    this.#awaits = 'start';
    this.#patience.forOther(START_PATIENCE + silence, LAST_START_PATIENCE, (other) =>
      this.#lose(other ? 'did not start in time' : 'did not start'),
    );
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

  #tell(command: () => void): void {
    try {
      command();
    } catch (error) {
      this.#lose(String(error));
    }
  }

  #lose(what: string): void {
    this.#lost.abort(new SpeechError('timeout', `${this.#engine.name} ${what}`));
  }
}

function isIn({ text }: Utterance, { start, end }: Word): boolean {
  return start >= 0 && start < end && end <= text.length;
}
