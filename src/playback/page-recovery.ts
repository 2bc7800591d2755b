import type { PlaybackOptions } from './playback-options.js';
import type { Playhead } from './playhead.js';
import { findSameCue, findSameOrNextCue } from './seek-target.js';
import type { Track } from './track.js';

/** Keeps the playhead at its sentence when the article changes under the reading. */
export class PageRecovery {
  readonly #track: Track;
  readonly #playhead: Playhead;
  readonly #options: Pick<PlaybackOptions, 'narrate'>;

  constructor(track: Track, playhead: Playhead, options: Pick<PlaybackOptions, 'narrate'>) {
    this.#track = track;
    this.#playhead = playhead;
    this.#options = options;
  }

  /**
   * Creates the narration again, after a change of the content to be read. The playhead stays at its sentence or, if that is
   * no longer read, moves to the next one that is.
   *
   * @returns false where there was no narration yet
   */
  async renewNarration(): Promise<boolean> {
    const before = this.#track.narration;
    if (!before) return false;
    const narration = await this.#options.narrate();
    const { cue } = this.#playhead;
    if (cue && narration) this.#playhead.cue = findSameOrNextCue(cue, before, narration) ?? cue;
    this.#track.take(narration);
    return true;
  }

  /**
   * Looks for the sentence in another article, after its own was removed: a framework may have rendered the article again.
   *
   * @returns whether the playhead is at the sentence again
   */
  async findInNewArticle(): Promise<boolean> {
    const { cue } = this.#playhead;
    const narration = await this.#options.narrate();
    const same = cue && narration?.root.isConnected ? findSameCue(cue, narration) : undefined;
    if (!cue || !narration || !same) {
      narration?.dispose();
      return false;
    }
    this.#track.take(narration);
    this.#track.replace(cue, same);
    this.#playhead.put(same);
    return true;
  }

  /**
   * Follows the sentence to its new index, after text was added or removed elsewhere.
   *
   * @returns whether its text is still in the page
   */
  follow(): boolean {
    const { cue } = this.#playhead;
    if (cue) this.#playhead.index = cue.index;
    return !cue?.gone;
  }
}
