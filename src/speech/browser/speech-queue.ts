import { SpeechError } from '../engine.js';
import { unlessAborted } from '../unless-aborted.js';
import { shortestDuration, typicalDuration } from './expected-duration.js';
import { isIos, type Platform } from './platform.js';

/**
 * How a text left the queue: spoken to its `end`; with an end too early to be true, as Firefox and Safari tell it when
 * somebody else empties the queue; or ended before its end by somebody or something else.
 */
export type SpeechOutcome = 'ended' | 'early' | 'interrupted';

export interface QueueOptions {
  /** Aborting it takes the text out of the queue; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  onStart(): void;
  onBoundary(event: SpeechSynthesisEvent): void;
}

/** How often it is looked whether the queue still holds the text, in milliseconds, and how late a page that slept is. */
const POLL_INTERVAL = 200;
const SUSPENDED_AFTER = 2000;

/** How often it is looked whether somebody else has finished, in milliseconds. */
const BUSY_POLL_INTERVAL = 20;

/** How long it is waited for the last event of a cancelled text, in milliseconds. */
const CANCEL_TIMEOUT = 100;

/** Which share of its usual time a text must have had, to be taken for spoken where its `end` does not come. */
const SPOKEN_SHARE = 0.75;

/** How late a busy page may hear of a start, in seconds: a text that seems shorter by that is no lie. */
const START_TOLERANCE = 0.25;

/** What is known of the errors. @see https://webaudio.github.io/web-speech-api/#speechsynthesiserrorevent-attributes */
const REASONS: Partial<Record<string, SpeechError['reason']>> = {
  network: 'network',
  'language-unavailable': 'unavailable',
  'synthesis-unavailable': 'unavailable',
  'voice-unavailable': 'unavailable',
};

/**
 * The browser's queue for speech, which is shared: by other code on the page, and in Chromium by all tabs. Whoever calls
 * `cancel()` empties it for all: https://github.com/web-platform-tests/wpt/issues/23097
 */
export class SpeechQueue {
  readonly #synthesis: SpeechSynthesis;
  readonly #stopsWhenHidden: boolean;
  /** Kept so that the browser does not collect it as garbage and lose its events: https://crbug.com/509488 */
  #speaking: SpeechSynthesisUtterance | null = null;
  /** Settles when what was cancelled has gone. */
  #cancelling: Promise<void> | null = null;

  constructor(synthesis: SpeechSynthesis, platform: Platform) {
    this.#synthesis = synthesis;
    this.#stopsWhenHidden = isIos(platform);
  }

  /**
   * Says a text when nobody else speaks, and watches over it.
   *
   * @throws a SpeechError, a NotAllowedError DOMException where speech needs a gesture, or the signal's reason
   */
  async speak(utterance: SpeechSynthesisUtterance, options: QueueOptions): Promise<SpeechOutcome> {
    const { signal } = options;
    await this.#idle(signal);
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
    // iOS falls silent on lock, tells nothing, and `speaking` stays: https://github.com/wallabag/ios-app/issues/436
    const onVisibilityChange = () => {
      if (document.hidden || !this.#stopsWhenHidden) return;
      this.#cancel(utterance);
      resolve('interrupted');
    };
    // Chromium speaks on when its page has gone, or waits in the back-forward cache: https://crbug.com/1066812
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
      // A pause is the whole queue's, outlives `cancel()`, and may be anybody's:
      // https://webaudio.github.io/web-speech-api/#dom-speechsynthesis-cancel
      if (this.#synthesis.paused) this.#synthesis.resume();
      // It is in the queue at once, or it was ignored for want of a gesture: SpeechSynthesis::speak in WebKit
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

  /** Waits for the end of others: what stands behind them could not be taken back without silencing them. */
  async #idle(signal: AbortSignal): Promise<void> {
    if (this.#cancelling) await unlessAborted(this.#cancelling, signal);
    while (this.#synthesis.speaking || this.#synthesis.pending) {
      await unlessAborted(
        new Promise((resolve) => setTimeout(resolve, BUSY_POLL_INTERVAL)),
        signal,
      );
    }
    signal.throwIfAborted();
  }

  /**
   * Takes out what was said. Chromium carries it out later and takes what is spoken right after it along:
   * https://stackoverflow.com/q/39391502, https://github.com/votingworks/bmd/pull/1106. So its last event is awaited.
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

/** Looks whether a text is still in the queue, since its last event may never come: https://crbug.com/509488 */
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

  started(): void {
    this.#startedAt = performance.now();
  }

  /** Its end was told. */
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

  /** For how many seconds it was heard; below 0 where that was not told. */
  #secondsSpoken(time: number): number {
    return (time - this.#startedAt) / 1000;
  }
}

/** Where the listener has pressed something by now, another press would not help. */
function ignoredError(): Error {
  return errorOf(navigator.userActivation?.hasBeenActive ? 'ignored' : 'not-allowed');
}

/** Firefox tells no reason: https://bugzilla.mozilla.org/show_bug.cgi?id=2050310 */
function errorOf(error: string | undefined): Error {
  if (error === 'not-allowed')
    return new DOMException('The browser wants a gesture before it speaks', 'NotAllowedError');
  return new SpeechError(REASONS[error ?? ''] ?? 'failed', `speechSynthesis: ${error ?? 'error'}`);
}
