import {
  type SpeakOptions,
  type SpeechEngine,
  SpeechError,
  type Utterance,
  type Word,
} from '../speech/engine.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { BUFFER_TIMEOUT, EngineWatchdog, START_TIMEOUT } from './engine-watchdog.js';
import { SECONDS_PER_CHARACTER } from './speaking-pace.js';

/** How much longer an engine without a successor may take to be heard, in milliseconds. */
const EXTRA_START_TIMEOUT = 20_000;

/** When an utterance must have ended after its start: a multiple of its expected duration, and milliseconds on top. */
const STALL_FACTOR = 2;
const STALL_TIMEOUT = 5000;

/** One attempt of an engine to speak an utterance. It is given up when speech does not start or does not end. */
export class Attempt {
  readonly #engine: SpeechEngine;
  readonly #utterance: Utterance;
  readonly #watchdog: EngineWatchdog;
  readonly #lost = new AbortController();
  #awaits: 'start' | 'end' | null = null;
  #settled = false;
  /** The expected duration of the utterance, in seconds at rate 1. */
  #expectedDuration: number;

  /** How long the listener may wait for sound that has not arrived, in milliseconds. */
  readonly #bufferTimeout: number;

  /**
   * @param findSuccessor finds the engine that would take over
   * @param waited how long the listener has waited for the engine already, in milliseconds
   */
  constructor(
    engine: SpeechEngine,
    utterance: Utterance,
    findSuccessor: () => Promise<SpeechEngine | null>,
    waited = 0,
  ) {
    this.#bufferTimeout = Math.max(0, BUFFER_TIMEOUT - waited);
    this.#engine = engine;
    this.#utterance = utterance;
    this.#watchdog = new EngineWatchdog(findSuccessor);
    this.#expectedDuration = utterance.text.length * SECONDS_PER_CHARACTER;
  }

  /**
   * Speaks, and holds the engine to the promises of the port: whatever it reports after it has settled or was aborted is ignored.
   *
   * @param silence before it, in seconds at rate 1
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
          this.#expectedDuration = duration ?? this.#expectedDuration;
          this.#awaitEnd();
          options.onStart(duration);
        },
        onStall: (stalled) => {
          if (signal.aborted || this.#awaits === null) return;
          if (stalled) this.#awaitStart(0);
          else this.#awaitEnd();
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
      this.#settled = true;
    }
  }

  pause(): void {
    if (this.#settled) return;
    this.#awaitNothing();
    this.#command(() => this.#engine.pause());
  }

  resume(): void {
    if (this.#settled) return;
    this.#awaitStart(0);
    this.#command(() => this.#engine.resume());
  }

  /** The engine's rate has changed, and with it the time until the expected end. */
  rateChanged(): void {
    if (this.#awaits === 'end') this.#awaitEnd();
  }

  /** @param silence before the start, in milliseconds */
  #awaitStart(silence: number): void {
    this.#awaits = 'start';
    const isThere = this.#engine.isBuffered?.(this.#utterance) ?? true;
    const timeout = silence + (isThere ? START_TIMEOUT : this.#bufferTimeout);
    this.#watchdog.startUnlessLast(timeout, EXTRA_START_TIMEOUT, (hasSuccessor) => {
      if (!isThere && this.#engine.isBuffered?.(this.#utterance)) this.#awaitStart(0);
      else this.#giveUp(hasSuccessor ? 'did not start in time' : 'did not start');
    });
  }

  #awaitEnd(): void {
    this.#awaits = 'end';
    const seconds = (this.#expectedDuration * STALL_FACTOR) / this.#engine.rate;
    this.#watchdog.start(seconds * 1000 + STALL_TIMEOUT, () => this.#giveUp('did not end'));
  }

  #awaitNothing(): void {
    this.#awaits = null;
    this.#watchdog.stop();
  }

  #command(command: () => void): void {
    try {
      command();
    } catch (error) {
      this.#giveUp(String(error));
    }
  }

  #giveUp(reason: string): void {
    this.#lost.abort(new SpeechError('timeout', `${this.#engine.name} ${reason}`));
  }
}

function isIn({ text }: Utterance, { start, end }: Word): boolean {
  return start >= 0 && start < end && end <= text.length;
}
