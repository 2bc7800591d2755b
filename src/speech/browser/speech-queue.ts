import { SpeechError } from '../engine.js';
import { delay } from '../delay.js';
import { unlessAborted } from '../unless-aborted.js';
import { shortestDuration, typicalDuration } from './expected-duration.js';
import { isIos, type Platform } from './platform.js';

/**
 * How an utterance left the queue: spoken to its end; with an `end` event too early to be true, as in Firefox and Safari when
 * other code empties the queue; or interrupted by other code or the browser.
 */
export type SpeechOutcome = 'ended' | 'early' | 'interrupted';

export interface QueueOptions {
  /** Aborting it takes the utterance out of the queue; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  onStart(): void;
  onBoundary(event: SpeechSynthesisEvent): void;
}

/** How often to check whether the queue still holds the utterance, in milliseconds. */
const POLL_INTERVAL = 200;

/** A check that comes this long after the last one means that the page was suspended, in milliseconds. */
const SUSPENDED_AFTER = 2000;

/** How often to check whether other code's speech has ended, in milliseconds. */
const BUSY_POLL_INTERVAL = 20;

/** How long to wait for the last event of a cancelled utterance, in milliseconds. */
const CANCEL_TIMEOUT = 100;

/** An utterance without an `end` event counts as spoken after this share of its typical duration. */
const SPOKEN_SHARE = 0.75;

/** How late `start` may arrive on a busy page, in seconds. An utterance may seem shorter by that. */
const START_TOLERANCE = 0.25;

/** The reasons of a SpeechError, by the browser's error code. @see https://webaudio.github.io/web-speech-api/#speechsynthesiserrorevent-attributes */
const REASONS = new Map<string | undefined, SpeechError['reason']>(
  Object.entries({
    network: 'network',
    'language-unavailable': 'unavailable',
    'synthesis-unavailable': 'unavailable',
    'voice-unavailable': 'unavailable',
  }),
);

/**
 * The browser's speech queue. It is shared with other code on the page, and in Chromium with all tabs; a call of `cancel()`
 * empties it for all of them: https://github.com/web-platform-tests/wpt/issues/23097
 */
export class SpeechQueue {
  readonly #synthesis: SpeechSynthesis;
  readonly #stopsWhenHidden: boolean;
  /** Referenced so that it is not garbage-collected, which would lose its events: https://crbug.com/509488 */
  #speaking: SpeechSynthesisUtterance | null = null;
  /** Settles when the cancelled utterance has left the queue. */
  #cancelling: Promise<void> | null = null;

  constructor(synthesis: SpeechSynthesis, platform: Platform) {
    this.#synthesis = synthesis;
    this.#stopsWhenHidden = isIos(platform);
  }

  /**
   * Waits until nothing else is being spoken, then speaks an utterance and resolves when it has left the queue.
   *
   * @throws a SpeechError, a NotAllowedError DOMException if speech needs a user gesture, or the signal's reason
   */
  async speak(utterance: SpeechSynthesisUtterance, options: QueueOptions): Promise<SpeechOutcome> {
    const { signal } = options;
    await this.#waitUntilIdle(signal);
    const { promise, resolve, reject } = Promise.withResolvers<SpeechOutcome>();
    const monitor = new QueueMonitor(this.#synthesis, utterance, resolve);
    utterance.onstart = () => {
      monitor.started();
      options.onStart();
    };
    utterance.onboundary = (event) => options.onBoundary(event);
    utterance.onend = () => monitor.ended();
    utterance.onerror = ({ error }) => {
      if (error === 'interrupted' || error === 'canceled') resolve('interrupted');
      else reject(errorOf(error));
    };
    const onAbort = () => {
      this.#cancel(utterance);
      reject(signal.reason);
    };
    // A locked iPhone stops speaking without an event, and `speaking` stays true: https://github.com/wallabag/ios-app/issues/436
    const onVisibilityChange = () => {
      if (document.hidden || !this.#stopsWhenHidden) return;
      this.#cancel(utterance);
      resolve('interrupted');
    };
    // Chromium keeps speaking after the page was left, or is in the back/forward cache: https://crbug.com/1066812
    const onPageHide = () => {
      this.#cancel(utterance);
      window.addEventListener('pageshow', onPageShow);
    };
    const onPageShow = () => resolve('interrupted');
    signal.addEventListener('abort', onAbort);
    document.addEventListener('visibilitychange', onVisibilityChange);
    window.addEventListener('pagehide', onPageHide);
    this.#speaking = utterance;
    try {
      this.#synthesis.speak(utterance);
      // A pause applies to the whole queue, survives `cancel()`, and may come from other code:
      // https://webaudio.github.io/web-speech-api/#dom-speechsynthesis-cancel
      if (this.#synthesis.paused) this.#synthesis.resume();
      // Unless it is in the queue now, it was ignored for lack of a user gesture: SpeechSynthesis::speak in WebKit
      if (!this.#synthesis.speaking && !this.#synthesis.pending) reject(ignoredError());
      return await promise;
    } finally {
      monitor.dispose();
      signal.removeEventListener('abort', onAbort);
      document.removeEventListener('visibilitychange', onVisibilityChange);
      window.removeEventListener('pagehide', onPageHide);
      window.removeEventListener('pageshow', onPageShow);
      if (this.#speaking === utterance) this.#speaking = null;
    }
  }

  /** Waits until other speech has ended: an utterance queued behind it could not be cancelled without silencing it, too. */
  async #waitUntilIdle(signal: AbortSignal): Promise<void> {
    if (this.#cancelling) await unlessAborted(this.#cancelling, signal);
    while (this.#synthesis.speaking || this.#synthesis.pending)
      await delay(BUSY_POLL_INTERVAL, signal);
    signal.throwIfAborted();
  }

  /**
   * Takes the utterance out of the queue. Chromium cancels asynchronously, and with it whatever is queued right after the
   * call: https://stackoverflow.com/q/39391502, https://github.com/votingworks/bmd/pull/1106. So the next utterance waits for
   * the last event of this one.
   */
  #cancel(utterance: SpeechSynthesisUtterance): void {
    utterance.onstart = utterance.onboundary = null;
    this.#cancelling = new Promise<void>((resolve) => {
      utterance.onend = utterance.onerror = () => resolve();
      setTimeout(resolve, CANCEL_TIMEOUT);
    }).finally(() => (this.#cancelling = null));
    this.#synthesis.cancel();
  }
}

/** Checks whether an utterance is still in the queue, since its last event may never come: https://crbug.com/509488 */
class QueueMonitor {
  readonly #synthesis: SpeechSynthesis;
  readonly #shortest: number;
  readonly #typical: number;
  readonly #resolve: (outcome: SpeechOutcome) => void;
  readonly #timer: number;
  #startedAt = Infinity;
  #polledAt = performance.now();
  #wasSuspended = false;
  #absentSince: number | null = null;

  constructor(
    synthesis: SpeechSynthesis,
    { text, rate }: SpeechSynthesisUtterance,
    resolve: (outcome: SpeechOutcome) => void,
  ) {
    this.#synthesis = synthesis;
    this.#shortest = shortestDuration(text.length, rate);
    this.#typical = typicalDuration(text.length, rate);
    this.#resolve = resolve;
    this.#timer = window.setInterval(() => this.#poll(), POLL_INTERVAL);
  }

  /** To be called at the `start` event. */
  started(): void {
    this.#startedAt = performance.now();
  }

  /** To be called at the `end` event. */
  ended(): void {
    this.#resolve(
      this.#secondsSpoken(performance.now()) + START_TOLERANCE < this.#shortest ? 'early' : 'ended',
    );
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  #poll(): void {
    const now = performance.now();
    if (now - this.#polledAt > SUSPENDED_AFTER) this.#wasSuspended = true;
    this.#polledAt = now;
    if (this.#synthesis.speaking || this.#synthesis.pending) this.#absentSince = null;
    else if (this.#absentSince === null) this.#absentSince = now;
    else this.#resolve(this.#wasLikelySpoken(this.#absentSince) ? 'ended' : 'interrupted');
  }

  #wasLikelySpoken(until: number): boolean {
    return !this.#wasSuspended && this.#secondsSpoken(until) > this.#typical * SPOKEN_SHARE;
  }

  /** How many seconds it had been speaking at a time; negative if it never reported its start. */
  #secondsSpoken(time: number): number {
    return (time - this.#startedAt) / 1000;
  }
}

/** Why `speak()` was ignored. If the user has already interacted with the page, the lack of a gesture is not the reason. */
function ignoredError(): Error {
  return errorOf(navigator.userActivation?.hasBeenActive ? 'ignored' : 'not-allowed');
}

/** Firefox gives no error code: https://bugzilla.mozilla.org/show_bug.cgi?id=2050310 */
function errorOf(error: string | undefined): Error {
  if (error === 'not-allowed')
    return new DOMException(
      'The browser requires a user gesture before it speaks',
      'NotAllowedError',
    );
  return new SpeechError(REASONS.get(error) ?? 'failed', `speechSynthesis: ${error ?? 'error'}`);
}
