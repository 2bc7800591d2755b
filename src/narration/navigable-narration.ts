import type { Cue } from './cue.js';
import { type CuePosition, findCue, positionOf, resembles } from './cue-position.js';
import { Narration } from './narration.js';
import { indexAfter, indexBefore, type Unit } from './navigation.js';

/** The times of a cue that are known before it is heard, in seconds at rate 1. */
export interface CueTiming {
  readonly duration: number;
  /** The silence after it. */
  readonly pause: number;
}

/** The times of a cue; null where they are not known. */
export type TimingOf = (cue: Cue) => CueTiming | null;

/**
 * A narration in which a listener moves by sentences, paragraphs and headings, and to which a listener comes back. Where nobody
 * listens, changes of the page can wait.
 */
export class NavigableNarration extends Narration {
  #follows: 'page' | Cue | null = 'page';
  #outdated = false;
  #timingOf: TimingOf | null = null;

  /**
   * Which changes of the page are worked off at once: all of them (the default), those that affect a cue, or none. Others are
   * only noted, which costs next to nothing, until all are followed again.
   */
  get follows(): 'page' | Cue | null {
    return this.#follows;
  }
  set follows(follows: 'page' | Cue | null) {
    this.#follows = follows;
    if (follows === 'page' && this.#outdated) void this.onMutation();
  }

  /** Whether a change of the page was noted and not worked off. */
  get outdated(): boolean {
    if (this.observer.takeRecords().length > 0) void this.onMutation();
    return this.#outdated;
  }

  /** The times of its cues that are known before they are heard, as with a recording. A `change` follows when they become known. */
  get timingOf(): TimingOf | null {
    return this.#timingOf;
  }

  set timingOf(timingOf: TimingOf | null) {
    if (timingOf === this.#timingOf) return;
    this.#timingOf = timingOf;
    this.dispatchEvent(new Event('change'));
  }

  /** The index of the cue that a seek forward leads to, or undefined where there is none. */
  indexAfter(from: number, unit: Unit): number | undefined {
    return indexAfter(this, from, unit);
  }

  /**
   * The index of the cue that a seek back leads to, or undefined where there is none. In the middle of a paragraph that is
   * its own beginning, as with the current track in a music player.
   */
  indexBefore(from: number, unit: Unit): number | undefined {
    return indexBefore(this, from, unit);
  }

  /** The position of a cue in the article, even if the cue is gone. */
  positionOf(cue: CuePosition): CuePosition {
    return positionOf(this, cue);
  }

  /**
   * The cue at a position that was taken in another narration of the article, or before it was edited; undefined where there is
   * none, as in another article. Where the sentence itself was edited or removed, the one between the same sentences.
   */
  find(position: CuePosition): Cue | undefined {
    return findCue(this, position);
  }

  /** Whether any sentence of a position, or near it, is still in the article. */
  resembles(position: CuePosition): boolean {
    return resembles(this, position);
  }

  protected override async onMutation(): Promise<void> {
    const follows = this.#follows;
    this.#outdated = follows !== 'page' && follows?.isIntact !== false;
    if (!this.#outdated) await super.onMutation();
    // One change is as good as many. All trees are observed again by the next pass.
    if (follows === null) this.observer.disconnect();
  }
}
