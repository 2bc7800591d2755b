import type { Cue } from '../narration/index.js';
import type { ArticleHost } from '../page/article-host.js';
import { articleAddress } from '../page/article-key.js';
import type { Playback } from '../playback/playback.js';
import { isSilent } from '../playback/silence.js';

/** The marks that are reported, in percent of the article. */
const QUARTERS = [25, 50, 75] as const;

/** How an article is listened to, for the publisher. Says nothing about the listener, and has no text. */
export interface Statistics {
  /**
   * What has happened: listening began (`play`), a quarter of the article has been heard (`quarter`), the end was reached (`ended`),
   * or listening ended before that (`left`): it was stopped, or the page was left. Each listening begins with `play` and has at most one
   * `ended` or `left`.
   */
  readonly type: 'play' | 'quarter' | 'ended' | 'left';
  /** With `quarter`: the percentage of the article that has been heard. Sentences that are skipped or repeated do not count. */
  readonly quarter?: (typeof QUARTERS)[number];
  /** Seconds in which a sentence was heard, since `play`: without pauses, loading, silences, and what was read while the sound was off. */
  readonly seconds: number;
  /** The address of the article within the site, without tracking parameters. */
  readonly article: string;
}

/** Dispatches `vorleser-statistics` at a player while it has the attribute `statistics`. */
export class StatisticsReporter {
  readonly #player: ArticleHost;
  readonly #playback: Playback;
  #listening: Listening | null = null;
  #whileListening: AbortController | null = null;

  constructor(player: ArticleHost, playback: Playback) {
    this.#player = player;
    this.#playback = playback;
    playback.addEventListener('play', () => this.#onPlay());
    playback.addEventListener('statechange', () => this.#onStateChange());
    playback.addEventListener('seeking', () => this.#listening?.skip());
    playback.addEventListener('cuechange', () => this.#onCueChange());
    playback.addEventListener('ended', () => this.#onEnded());
    if (!playback.paused) this.#onPlay();
  }

  #onPlay(): void {
    if (this.#listening) return;
    this.#listening = new Listening(articleAddress(this.#player));
    this.#whileListening = new AbortController();
    addEventListener('pagehide', () => this.#end('left'), { signal: this.#whileListening.signal });
    this.#report('play');
    this.#onStateChange();
    this.#onCueChange();
  }

  #onStateChange(): void {
    const { state } = this.#playback;
    this.#listening?.setAudible(state === 'speaking' && !isSilent(this.#playback));
    if (state === 'idle' || state === 'failed') this.#end('left');
  }

  #onCueChange(): void {
    const { activeCue } = this.#playback;
    if (activeCue) this.#listening?.cueStarts(activeCue);
    if (isSilent(this.#playback)) this.#listening?.skip();
    this.#reportQuarters();
  }

  #onEnded(): void {
    this.#listening?.heardUntil(this.#playback.duration);
    this.#reportQuarters();
    this.#end('ended');
  }

  #end(how: 'ended' | 'left'): void {
    this.#report(how);
    this.#listening = null;
    this.#whileListening?.abort();
  }

  #reportQuarters(): void {
    for (const quarter of this.#listening?.quartersOf(this.#playback.duration) ?? [])
      this.#report('quarter', quarter);
  }

  /** At the document, if the player has been removed: the page would not hear of it otherwise. */
  #report(type: Statistics['type'], quarter?: Statistics['quarter']): void {
    const { isConnected } = this.#player;
    if (!this.#listening || !this.#player.hasAttribute('statistics')) return;
    const { article, seconds } = this.#listening;
    const detail: Statistics = { type, ...(quarter && { quarter }), seconds, article };
    (isConnected ? this.#player : document).dispatchEvent(
      new CustomEvent('vorleser-statistics', { detail, bubbles: true, composed: true }),
    );
  }
}

/** What has been heard of an article since play was pressed. */
class Listening {
  readonly article: string;
  #milliseconds = 0;
  /** Since when a sentence is heard, on the clock of `performance.now()`; null while there is silence. */
  #since: number | null = null;
  /** The sentence that is heard, or was the last one; null after a seek. */
  #cue: Cue | null = null;
  readonly #heard = new Set<Cue>();
  /** How much of the article has been heard, in seconds at rate 1. */
  #length = 0;
  #quarters = 0;

  constructor(article: string) {
    this.article = article;
  }

  /** To a tenth. */
  get seconds(): number {
    const running = this.#since === null ? 0 : performance.now() - this.#since;
    return Math.round((this.#milliseconds + running) / 100) / 10;
  }

  setAudible(audible: boolean): void {
    if (audible === (this.#since !== null)) return;
    if (this.#since !== null) this.#milliseconds += performance.now() - this.#since;
    this.#since = audible ? performance.now() : null;
  }

  /** What follows is somewhere else: the sentence has not been heard to its end. */
  skip(): void {
    this.#cue = null;
  }

  cueStarts(cue: Cue): void {
    if (cue.index - 1 === this.#cue?.index) this.heardUntil(cue.startTime);
    this.#cue = cue;
  }

  /** The sentence has been heard to its end. @param time at which the next one begins, in seconds at rate 1 */
  heardUntil(time: number): void {
    const cue = this.#cue;
    if (!cue || this.#heard.has(cue)) return;
    this.#heard.add(cue);
    this.#length += Math.max(0, time - cue.startTime);
  }

  /** The quarters that have been heard and were not returned before. @param duration of the article; NaN while it is not known */
  quartersOf(duration: number): readonly (typeof QUARTERS)[number][] {
    const share = (100 * this.#length) / duration;
    const reached = QUARTERS.filter((quarter) => share >= quarter);
    const fresh = reached.slice(this.#quarters);
    this.#quarters = Math.max(this.#quarters, reached.length);
    return fresh;
  }
}

declare global {
  interface DocumentEventMap {
    'vorleser-statistics': CustomEvent<Statistics>;
  }
}
