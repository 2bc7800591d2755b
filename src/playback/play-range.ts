import { firstCueIn, isAfter, touches } from '../narration/cues-in-range.js';
import type { Cue } from '../narration/index.js';
import type { Playback } from './playback.js';
import { type RangeStop, Stops } from './stops.js';
import type { Track } from './track.js';

/**
 * Reads a range of the page's text, such as a selection, in whole sentences, and pauses before the sentence that follows. The
 * range follows changes of the page. If the listener seeks to a place outside of it, or stops, reading goes on as usual.
 *
 * @returns a promise that resolves once speech is audible. It rejects like that of `Playback.play`, and with a
 *   NotSupportedError DOMException if nothing in the range is read; then nothing changes.
 */
export async function playRange(playback: Playback, range: Range): Promise<void> {
  const track = await trackOf(playback);
  const end = new RangeEnd(playback, range.cloneRange());
  if (!seekTo(playback, track, range))
    throw new DOMException('Nothing in the range is read', 'NotSupportedError');
  const playing = playback.play();
  end.set();
  await playing;
}

/** Reads on from where a range begins. Settles like `Playback.play`. */
export async function playFrom(playback: Playback, range: Range): Promise<void> {
  Stops.of(playback).range?.clear();
  const track = await trackOf(playback).catch((error: Error) => {
    if (error.name === 'AbortError') throw error;
    return null; // play() fails in the same way.
  });
  if (track) seekTo(playback, track, range);
  await playback.play();
}

/** The track, with its narration. @throws an AbortError DOMException if the playback was disposed of before it was made */
async function trackOf(playback: Playback): Promise<Track> {
  const { disposals } = playback;
  const { track } = await playback.load();
  await track.make();
  if (disposals !== playback.disposals)
    throw new DOMException('The playback was disposed of', 'AbortError');
  return track;
}

function seekTo(playback: Playback, { narration }: Track, range: Range): boolean {
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
    if (!touches(this.#range, this.#playback.transport?.cueAtPlayhead)) this.clear();
  }

  #onStateChange(): void {
    const { state } = this.#playback;
    if (state === 'idle' || state === 'ended') this.clear();
  }
}
