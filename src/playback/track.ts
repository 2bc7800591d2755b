import { loadModule } from '../console/load-module.js';
import type { Cue } from '../narration/index.js';
import type { NavigableNarration } from '../narration/navigable-narration.js';
import type { PlaybackOptions } from './playback-options.js';
import type { Timeline } from './timeline.js';

/** A position in paragraphs. Headings do not count. */
export interface ParagraphPosition {
  /** The number of the paragraph that is read, from 1; 0 before the first one. */
  readonly paragraph: number;
  readonly paragraphs: number;
}

/** Callbacks of a track. */
export interface TrackEvents {
  /** The article got another narration, or none. */
  onNarration(narration: NavigableNarration | null): void;
  /** The page has changed, and the narration with it. */
  onPageChange(): void;
  /** The whole narration is cut into cues. */
  onComplete(): void;
}

/** An article's narration, made when it is first needed, and the times of its cues. */
export class Track {
  readonly #options: Pick<PlaybackOptions, 'narrate'>;
  readonly #events: TrackEvents;
  /** How often it was disposed of. What began before the last time must not be finished. */
  disposals = 0;
  #narration: NavigableNarration | null = null;
  /** Its code is loaded with that of the narration. */
  #Timeline: typeof Timeline | null = null;
  #timeline: Timeline | null = null;
  #making: Promise<void> | null = null;
  #cutting: AbortController | null = null;
  #pauses = 1;
  #follows: NavigableNarration['follows'] = null;
  /** Maps the cues of an article that was rendered again to those that replace them. */
  readonly #replacements = new WeakMap<Cue, Cue>();

  constructor(options: Pick<PlaybackOptions, 'narrate'>, events: TrackEvents) {
    this.#options = options;
    this.#events = events;
  }

  get narration(): NavigableNarration | null {
    return this.#narration;
  }

  /** Whether the whole article is cut into cues. */
  get complete(): boolean {
    return this.#narration?.complete ?? false;
  }

  /** The cues so far, with their times. */
  get cues(): readonly Cue[] {
    return (this.#narration?.cues ?? []).map((cue) => this.stamp(cue));
  }

  /** The headings so far. */
  get headings(): readonly Cue[] {
    const headings = this.#narration?.blocks.filter(({ heading }) => heading) ?? [];
    return headings.flatMap(({ firstCue }) => this.at(firstCue) ?? []);
  }

  /** The cue at an index, with its times; or null. */
  at(index: number): Cue | null {
    const cue = this.#narration?.at(index);
    return cue ? this.stamp(cue) : null;
  }

  /** The cue after another one, which may have been replaced. */
  after(cue: Cue): Cue | undefined {
    return this.#narration?.after(this.#replacements.get(cue) ?? cue);
  }

  /** Replaces the cue of an article that was rendered again. */
  replace(cue: Cue, replacement: Cue): void {
    this.#replacements.set(cue, replacement);
  }

  /** Sets a cue's times. */
  stamp(cue: Cue): Cue {
    return this.#timeline?.stamp(cue) ?? cue;
  }

  /** The index of the cue at a time, in seconds. */
  indexAt(seconds: number): number {
    return this.#timeline?.indexAt(seconds) ?? 0;
  }

  /** The cue at a time, in seconds, as far as the article is cut; or null. */
  cueAt(seconds: number): Cue | null {
    return this.at(this.indexAt(seconds));
  }

  /** The paragraph of the cue at an index, and the number of paragraphs so far. */
  paragraphOf(index: number): ParagraphPosition {
    const number = this.#narration?.blockNumber(index) ?? -1;
    return {
      paragraph: this.#timeline?.paragraphsTo(number) ?? 0,
      paragraphs: this.#timeline?.paragraphsTo(Infinity) ?? 0,
    };
  }

  /** Estimated seconds at rate 1, or NaN until the whole article is cut. */
  get duration(): number {
    return this.complete ? (this.#timeline?.end ?? 0) : NaN;
  }

  /** Sets the duration of a cue, in seconds at rate 1. @returns whether that changes anything */
  setDuration(cue: Cue, seconds: number): boolean {
    return this.#timeline?.setDuration(cue, seconds) ?? false;
  }

  /** The length of the silences between paragraphs, as a factor. */
  set pauses(pauses: number) {
    this.#pauses = pauses;
    if (this.#timeline) this.#timeline.pauses = pauses;
  }

  /** Which changes of the page are worked off at once, see `Narration.follows`. */
  follow(follows: NavigableNarration['follows']): void {
    this.#follows = follows;
    if (this.#narration) this.#narration.follows = follows;
  }

  /** Calls back with the narration: at once if it is made, else as soon as its code is loaded. */
  narrated(then: (narration: NavigableNarration) => void): void {
    if (this.#narration && this.#isCurrent) then(this.#narration);
    else void this.make().then(() => this.#narration && then(this.#narration));
  }

  /** Makes the narration, unless there is one whose article is still in the page as it was. */
  async make(): Promise<void> {
    if (this.#isCurrent) return;
    await (this.#making ??= this.#make().finally(() => (this.#making = null)));
  }

  async #make(): Promise<void> {
    const { disposals } = this;
    const narrating = this.#options.narrate();
    this.#Timeline ??= (await loadModule(import('./timeline.js'), 'Timeline')).Timeline;
    const narration = await narrating;
    if (disposals === this.disposals) this.take(narration);
    else narration?.dispose();
  }

  /** Replaces the narration, and cuts it in the background. */
  take(narration: NavigableNarration | null): void {
    this.clear();
    this.#narration = narration;
    if (narration) narration.follows = this.#follows;
    this.#timeline = narration && this.#Timeline && new this.#Timeline(narration, this.#pauses);
    narration?.addEventListener('change', () => {
      if (!this.complete) this.#cutAll();
      this.#events.onPageChange();
    });
    this.#cutAll();
    this.#events.onNarration(narration);
  }

  /** Forgets the narration if it no longer matches the page. */
  clearOutdated(): void {
    if (!this.#isCurrent) this.clear();
  }

  clear(): void {
    this.#cutting?.abort();
    this.#narration?.dispose();
    this.#narration = null;
  }

  /** While nothing is read, a narration that no longer matches the page is made again when it is needed. */
  get #isCurrent(): boolean {
    const narration = this.#narration;
    return !!narration?.root.isConnected && !(narration.outdated && narration.follows === null);
  }

  /** Lets go of the article, even if the narration is still being made. */
  dispose(): void {
    this.disposals++;
    this.#making = null;
    this.clear();
  }

  #cutAll(): void {
    this.#cutting?.abort();
    this.#cutting = new AbortController();
    void this.#narration?.cutAll(this.#cutting.signal).then((complete) => {
      if (complete) this.#events.onComplete();
    });
  }
}
