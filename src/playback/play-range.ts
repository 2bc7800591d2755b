import { firstCueIn, isAfter, touches } from '../narration/cues-in-range.js';
import type { Cue } from '../narration/index.js';
import type { Playback } from './playback.js';
import { type RangeStop, Stops } from './stops.js';

/**
 * Reads a range of the page's text, such as a selection, in whole sentences, and pauses before the sentence that follows. The
 * range follows changes of the page. If the listener seeks to a place outside of it, or stops, reading goes on as usual.
 *
 * @returns a promise that resolves once speech is audible. It rejects like that of `Playback.play`, and with a
 *   NotSupportedError DOMException if nothing in the range is read; then nothing changes.
 */
export async function playRange(playback: Playback, range: Range): Promise<void> {
  await (await playback.load()).track.make();
  const end = new RangeEnd(playback, range.cloneRange());
  if (!seekTo(playback, range))
    throw new DOMException('Nothing in the range is read', 'NotSupportedError');
  const playing = playback.play();
  end.set();
  await playing;
}

/** Reads on from where a range begins. Settles like `Playback.play`. */
export async function playFrom(playback: Playback, range: Range): Promise<void> {
  // Where this fails, play() fails in the same way.
  await playback
    .load()
    .then(({ track }) => track.make())
    .catch(() => undefined);
  Stops.of(playback).range?.clear();
  seekTo(playback, range);
  await playback.play();
}

function seekTo(playback: Playback, range: Range): boolean {
  const narration = playback.track?.narration;
  const index = narration ? firstCueIn(range, narration) : -1;
  if (index >= 0) playback.seekToCue(index);
  return index >= 0;
}

/** The end of the range that a playback reads. A playback has one at a time. */
class RangeEnd implements RangeStop {
  readonly #playback: Playback;
  readonly #stops: Stops;
  /** The browser keeps its ends where they are in the text, whatever changes around them. */
  readonly #range: Range;
  readonly #clearing = new AbortController();

  constructor(playback: Playback, range: Range) {
    this.#playback = playback;
    this.#stops = Stops.of(playback);
    this.#range = range;
  }

  set(): void {
    this.#stops.range?.clear();
    this.#stops.range = this;
    const { signal } = this.#clearing;
    this.#playback.addEventListener('seeking', () => this.#onSeeking(), { signal });
    this.#playback.addEventListener('statechange', () => this.#onStateChange(), { signal });
  }

  clear(): void {
    this.#clearing.abort();
    if (this.#stops.range === this) this.#stops.range = null;
  }

  isBetween(_: Cue, next: Cue): boolean {
    return isAfter(this.#range, next);
  }

  onReached(): void {
    this.clear();
  }

  #onSeeking(): void {
    if (!touches(this.#range, this.#playback.transport?.cueAtPlayhead ?? undefined)) this.clear();
  }

  #onStateChange(): void {
    const { state } = this.#playback;
    if (state === 'idle' || state === 'ended') this.clear();
  }
}
