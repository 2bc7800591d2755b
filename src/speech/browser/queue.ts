import { SpeechError } from '../engine.js';
import { unlessAborted } from '../unless-aborted.js';
import { leastSeconds, usualSeconds } from './pace.js';
import { isIos, type Platform } from './platform.js';

/**
 * How a text left the queue: spoken to its `end`; with an end too early to be true, as Firefox and Safari tell it when
 * somebody else empties the queue; or ended before its end by somebody or something else.
 */
export type Outcome = 'ended' | 'early' | 'interrupted';

export interface SayOptions {
  /** Aborting it takes the text out of the queue; the promise then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  onStart(): void;
  onBoundary(event: SpeechSynthesisEvent): void;
}

/** How often it is looked whether the queue still holds the text, in milliseconds, and how late a page that slept is. */
const LOOKING = 200;
const ASLEEP = 2000;

/** How often it is looked whether somebody else has finished, in milliseconds. */
const WAITING = 20;

/** How long it is waited for the last event of a cancelled text, in milliseconds. */
const FAREWELL = 100;

/** Which share of its usual time a text must have had, to be taken for spoken where its `end` does not come. */
const MOST = 0.75;

/** How late a busy page may hear of a start, in seconds: a text that seems shorter by that is no lie. */
const LATE = 0.25;

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
  readonly #fallsSilentWhenHidden: boolean;
  /** Kept so that the browser does not collect it as garbage and lose its events: https://crbug.com/509488 */
  #said: SpeechSynthesisUtterance | null = null;
  /** Settles when what was cancelled has gone. */
  #farewell: Promise<void> | null = null;

  constructor(synthesis: SpeechSynthesis, platform: Platform) {
    this.#synthesis = synthesis;
    this.#fallsSilentWhenHidden = isIos(platform);
  }

  /**
   * Says a text when nobody else speaks, and watches over it.
   *
   * @throws a SpeechError, a NotAllowedError DOMException where speech needs a gesture, or the signal's reason
   */
  async say(spoken: SpeechSynthesisUtterance, options: SayOptions): Promise<Outcome> {
    const { signal } = options;
    await this.#free(signal);
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    const watch = new Watch(this.#synthesis, spoken, resolve);
    spoken.onstart = () => {
      watch.started();
      options.onStart();
    };
    spoken.onboundary = (event) => options.onBoundary(event);
    spoken.onend = () => watch.ended();
    spoken.onerror = ({ error }) => {
      if (error === 'interrupted' || error === 'canceled') resolve('interrupted');
      else reject(errorOf(error));
    };
    const onAbort = () => {
      this.#cancel(spoken);
      reject(signal.reason);
    };
    // iOS falls silent on lock, tells nothing, and `speaking` stays: https://github.com/wallabag/ios-app/issues/436
    const onVisibilityChange = () => {
      if (document.hidden || !this.#fallsSilentWhenHidden) return;
      this.#cancel(spoken);
      resolve('interrupted');
    };
    // Chromium speaks on when its page has gone, or waits in the back-forward cache: https://crbug.com/1066812
    const onPageHide = () => {
      this.#cancel(spoken);
      window.addEventListener('pageshow', onPageShow);
    };
    const onPageShow = () => resolve('interrupted');
    signal.addEventListener('abort', onAbort);
    document.addEventListener('visibilitychange', onVisibilityChange);
    window.addEventListener('pagehide', onPageHide);
    this.#said = spoken;
    try {
      this.#synthesis.speak(spoken);
      // A pause is the whole queue's, outlives `cancel()`, and may be anybody's:
      // https://webaudio.github.io/web-speech-api/#dom-speechsynthesis-cancel
      if (this.#synthesis.paused) this.#synthesis.resume();
      // It is in the queue at once, or it was ignored for want of a gesture: SpeechSynthesis::speak in WebKit
      if (!this.#synthesis.speaking && !this.#synthesis.pending) reject(ignored());
      return await promise;
    } finally {
      watch.dispose();
      signal.removeEventListener('abort', onAbort);
      document.removeEventListener('visibilitychange', onVisibilityChange);
      window.removeEventListener('pagehide', onPageHide);
      window.removeEventListener('pageshow', onPageShow);
      if (this.#said === spoken) this.#said = null;
    }
  }

  /** Waits for the end of others: what stands behind them could not be taken back without silencing them. */
  async #free(signal: AbortSignal): Promise<void> {
    if (this.#farewell) await unlessAborted(this.#farewell, signal);
    while (this.#synthesis.speaking || this.#synthesis.pending) {
      await unlessAborted(new Promise((resolve) => setTimeout(resolve, WAITING)), signal);
    }
    signal.throwIfAborted();
  }

  /**
   * Takes out what was said. Chromium carries it out later and takes what is spoken right after it along:
   * https://stackoverflow.com/q/39391502, https://github.com/votingworks/bmd/pull/1106. So its last event is awaited.
   */
  #cancel(spoken: SpeechSynthesisUtterance): void {
    spoken.onstart = spoken.onboundary = null;
    this.#farewell = new Promise<void>((resolve) => {
      spoken.onend = spoken.onerror = () => resolve();
      setTimeout(resolve, FAREWELL);
    }).finally(() => (this.#farewell = null));
    this.#synthesis.cancel();
  }
}

/** Looks whether a text is still in the queue, since its last event may never come: https://crbug.com/509488 */
class Watch {
  readonly #synthesis: SpeechSynthesis;
  readonly #least: number;
  readonly #usual: number;
  readonly #resolve: (outcome: Outcome) => void;
  readonly #timer: number;
  #startedAt = Infinity;
  #looked = performance.now();
  #slept = false;
  #absentSince: number | null = null;

  constructor(
    synthesis: SpeechSynthesis,
    { text, rate }: SpeechSynthesisUtterance,
    resolve: (outcome: Outcome) => void,
  ) {
    this.#synthesis = synthesis;
    this.#least = leastSeconds(text.length, rate);
    this.#usual = usualSeconds(text.length, rate);
    this.#resolve = resolve;
    this.#timer = window.setInterval(() => this.#look(), LOOKING);
  }

  started(): void {
    this.#startedAt = performance.now();
  }

  /** Its end was told. */
  ended(): void {
    this.#resolve(this.#heardUntil(performance.now()) + LATE < this.#least ? 'early' : 'ended');
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    if (now - this.#looked > ASLEEP) this.#slept = true;
    this.#looked = now;
    if (this.#synthesis.speaking || this.#synthesis.pending) this.#absentSince = null;
    else if (this.#absentSince === null) this.#absentSince = now;
    else this.#resolve(this.#seemsSpoken(this.#absentSince) ? 'ended' : 'interrupted');
  }

  #seemsSpoken(until: number): boolean {
    return !this.#slept && this.#heardUntil(until) > this.#usual * MOST;
  }

  /** For how many seconds it was heard; below 0 where that was not told. */
  #heardUntil(time: number): number {
    return (time - this.#startedAt) / 1000;
  }
}

/** Where the listener has pressed something by now, another press would not help. */
function ignored(): Error {
  return errorOf(navigator.userActivation?.hasBeenActive ? 'ignored' : 'not-allowed');
}

/** Firefox tells no reason: https://bugzilla.mozilla.org/show_bug.cgi?id=2050310 */
function errorOf(error: string | undefined): Error {
  if (error === 'not-allowed')
    return new DOMException('The browser wants a gesture before it speaks', 'NotAllowedError');
  return new SpeechError(REASONS[error ?? ''] ?? 'failed', `speechSynthesis: ${error ?? 'error'}`);
}
