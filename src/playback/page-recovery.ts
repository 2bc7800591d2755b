import type { Narration } from '../narration/index.js';
import type { Playhead } from './playhead.js';
import { findSameCue, findSameOrNextCue } from './seek-target.js';
import type { Track } from './track.js';

/** The parts of a playback that survive a change of the page. */
interface Reading {
  readonly track: Track;
  readonly playhead: Playhead;
}

/**
 * Replaces the narration, after a change of the content to be read. The playhead stays at its sentence or, if that is no longer
 * read, moves to the next one that is.
 */
export function replaceNarration(
  { track, playhead }: Reading,
  before: Narration,
  narration: Narration | null,
): void {
  const { cue } = playhead;
  if (cue && narration) playhead.cue = findSameOrNextCue(cue, before, narration) ?? cue;
  track.take(narration);
}

/**
 * Continues at the same sentence of another article, after its own was removed: a framework may have rendered the article
 * again.
 *
 * @returns false where the other article does not have the sentence; its narration is disposed then
 */
export function continueInNewArticle(
  { track, playhead }: Reading,
  narration: Narration | null,
): boolean {
  const { cue } = playhead;
  const same = cue && narration?.root.isConnected ? findSameCue(cue, narration) : undefined;
  if (!cue || !narration || !same) {
    narration?.dispose();
    return false;
  }
  track.take(narration);
  track.replace(cue, same);
  playhead.put(same);
  return true;
}
