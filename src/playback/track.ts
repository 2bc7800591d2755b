import type { Cue, Narration } from '../narration/index.js';
import { SECONDS_A_CHARACTER } from './speaking-pace.js';
import type { PlaybackOptions } from './playback-options.js';
import type { Timeline } from './timeline.js';

/** Where the playhead is, in numbers that a person counts by. */
export interface Position {
  /** Which paragraph is read, from 1; 0 before the first one. Headings are none. */
  readonly paragraph: number;
  readonly paragraphs: number;
}

/** What a track tells of its work. */
export interface TrackEvents {
  /** The article has another narration, or none. */
  onNarration(narration: Narration | null): void;
  /** The page, and so the narration, has changed. */
  onPageChange(): void;
  /** The narration has been cut to its end. */
  onComplete(): void;
}

/** What is played: an article's narration, which is made when it is first needed, and when each of its cues is heard. */
export class Track {
  readonly #options: Pick<PlaybackOptions, 'narrate'>;
  readonly #events: TrackEvents;
  /** How long the article takes about, in seconds at rate 1, before it is walked; NaN where nothing is known. */
  expected = NaN;
  #narration: Narration | null = null;
  /** Its code is fetched with that of the narration. */
  #Timeline: typeof Timeline | null = null;
  #timeline: Timeline | null = null;
  #making: Promise<void> | null = null;
  #cutting: AbortController | null = null;
  #pauses = 1;
  /** The cues that stand for those of an article which was rendered anew. */
  readonly #sameAs = new WeakMap<Cue, Cue>();

  constructor(options: Pick<PlaybackOptions, 'narrate'>, events: TrackEvents) {
    this.#options = options;
    this.#events = events;
  }

  get narration(): Narration | null {
    return this.#narration;
  }

  /** Whether the article has been cut to its end. */
  get complete(): boolean {
    return this.#narration?.complete ?? false;
  }

  /** The cues cut so far. */
  get cues(): readonly Cue[] {
    return (this.#narration?.cues ?? []).map((cue) => this.stamp(cue));
  }

  /** The headings that are cut so far. */
  get headings(): readonly Cue[] {
    const headings = this.#narration?.blocks.filter(({ heading }) => heading) ?? [];
    return headings.flatMap(({ firstCue }) => this.at(firstCue) ?? []);
  }

  /** The cue at an index, with its times; or null. */
  at(index: number): Cue | null {
    const cue = this.#narration?.at(index);
    return cue ? this.stamp(cue) : null;
  }

  /** The cue that is read after another one, also after one that was replaced. */
  after(cue: Cue): Cue | undefined {
    return this.#narration?.after(this.#sameAs.get(cue) ?? cue);
  }

  /** Has another cue stand for one of an article that was rendered anew. */
  replace(cue: Cue, another: Cue): void {
    this.#sameAs.set(cue, another);
  }

  /** Sets a cue's times. */
  stamp(cue: Cue): Cue {
    return this.#timeline?.stamp(cue) ?? cue;
  }

  /** The index of the cue at a time, in seconds. */
  indexAt(seconds: number): number {
    return this.#timeline?.indexAt(seconds) ?? 0;
  }

  /** Which paragraph a cue is in, by its index, and how many there are so far. */
  positionOf(index: number): Position {
    const number = this.#narration?.blockNumber(index) ?? -1;
    return {
      paragraph: this.#timeline?.paragraphsTo(number) ?? 0,
      paragraphs: this.#timeline?.paragraphsTo(Infinity) ?? 0,
    };
  }

  /** Estimated seconds at rate 1, or NaN as long as the article is not cut to its end. */
  get duration(): number {
    return this.complete ? (this.#timeline?.end ?? 0) : NaN;
  }

  /** Estimates the duration from the length of a text, in characters. */
  expect(characters: number): void {
    this.expected = characters * SECONDS_A_CHARACTER;
  }

  /** Learns how long a cue takes, in seconds at rate 1. @returns whether that changes anything */
  setDuration(cue: Cue, seconds: number): boolean {
    return this.#timeline?.setDuration(cue, seconds) ?? false;
  }

  /** How long the silences between paragraphs are, 1 being what the text asks for. */
  set pauses(pauses: number) {
    this.#pauses = pauses;
    if (this.#timeline) this.#timeline.pauses = pauses;
  }

  /** Calls back with the narration: at once where it is there, else as soon as its code is. */
  narrated(then: (narration: Narration) => void): void {
    if (this.#narration?.root.isConnected) then(this.#narration);
    else void this.make().then(() => this.#narration && then(this.#narration));
  }

  /** Makes the narration, where there is none or its article is no longer in the page. */
  async make(): Promise<void> {
    if (this.#narration?.root.isConnected) return;
    await (this.#making ??= this.#make().finally(() => (this.#making = null)));
  }

  async #make(): Promise<void> {
    const narration = this.#options.narrate();
    this.#Timeline ??= (await import('./timeline.js')).Timeline;
    this.take(await narration);
  }

  /** Takes another narration in the place of the one before, and cuts it in the background. */
  take(narration: Narration | null): void {
    this.forget();
    this.#narration = narration;
    this.#timeline = narration && this.#Timeline && new this.#Timeline(narration, this.#pauses);
    narration?.addEventListener('change', () => {
      if (!this.complete) this.#cutAll();
      this.#events.onPageChange();
    });
    this.#cutAll();
    this.#events.onNarration(narration);
  }

  forget(): void {
    this.#cutting?.abort();
    this.#narration?.dispose();
    this.#narration = null;
  }

  #cutAll(): void {
    this.#cutting?.abort();
    this.#cutting = new AbortController();
    void this.#narration?.cutAll(this.#cutting.signal).then((complete) => {
      if (complete) this.#events.onComplete();
    });
  }
}
