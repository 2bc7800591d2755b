import type { Cue } from '../narration/index.js';
import { settings } from '../settings/store.js';

/** A reason for a playback to pause by itself, once a sentence has been heard to its end. */
export interface Stop {
  /** Whether reading pauses between two sentences. It is also asked ahead, so that no sound goes on past that. */
  isBetween(cue: Cue, next: Cue): boolean;
  /** Reading pauses there now. */
  onReached?(): void;
}

/** What the listener has chosen. A heading is no paragraph: what it announces follows at once. */
const CHOSEN: Stop = {
  isBetween(cue, next) {
    const { stopAfter } = settings.current;
    return stopAfter === 'paragraph' ? next.ordinal === 0 && !cue.heading : stopAfter !== 'off';
  },
};

/** The end of a range that is read, which the listener may leave. */
export interface RangeStop extends Stop {
  clear(): void;
}

/** The same in all copies of this module on a page, such as in the page's own bundle. */
const KEY = Symbol.for('vorleser-stops');

/** Where a playback pauses by itself. Its reader asks after each sentence. */
export class Stops {
  sleep: Stop | null = null;
  range: RangeStop | null = null;

  /** The stops of a playback. */
  static of(playback: object): Stops {
    const owner = playback as { [KEY]?: Stops };
    return (owner[KEY] ??= new Stops());
  }

  /** Whether reading pauses between two sentences, as things stand now. */
  areBetween(cue: Cue, next: Cue): boolean {
    return this.#between(cue, next).length > 0;
  }

  /** To be called between two sentences. @returns whether reading pauses there */
  reach(cue: Cue, next: Cue): boolean {
    const reached = this.#between(cue, next);
    for (const stop of reached) stop.onReached?.();
    return reached.length > 0;
  }

  #between(cue: Cue, next: Cue): Stop[] {
    return [CHOSEN, this.sleep, this.range].flatMap((stop) =>
      stop?.isBetween(cue, next) ? stop : [],
    );
  }
}
