import { findCueOrNext } from '../narration/cue-position.js';
import type { NavigableNarration } from '../narration/navigable-narration.js';
import type { Playback } from './playback.js';
import { isReading } from './state.js';
import type { Track } from './track.js';

/**
 * Replaces the narration, after a change of the content to be read. Reading goes on at the same sentence or, if that is no
 * longer read, at the next one that is.
 */
export async function renewNarration(playback: Playback): Promise<void> {
  const { transport } = playback;
  const before = transport?.track.narration;
  if (!before) return;
  const narration = await narrateAgain(playback, transport.track);
  if (narration === undefined) return;
  const { playhead } = transport;
  const cue = playhead.cue && narration && findCueOrNext(narration, playhead.cue, before);
  if (cue) playhead.position = narration.positionOf(cue);
  transport.track.take(narration);
  transport.history.clear();
  if (isReading(transport.state)) transport.seek(transport.playhead.index);
  else transport.abort();
  transport.stateChanged();
  playback.dispatchEvent(new Event('durationchange'));
}

/**
 * Continues at the same sentence of another article, after its own was removed: a framework may have rendered the article
 * again. Ends the reading where there is no such sentence. Nothing is left to do where the player was removed, too.
 */
export async function continueInNewArticle(playback: Playback): Promise<void> {
  const { transport } = playback;
  if (!transport || transport.state === 'idle') return;
  const { track } = transport;
  const narration = await narrateAgain(playback, track);
  if (narration === undefined) return;
  const { cue, position } = transport.playhead;
  const same = position && narration?.root.isConnected ? narration.find(position) : undefined;
  if (!cue || !narration || !same) {
    narration?.dispose();
    transport.articleGone();
    return;
  }
  track.take(narration);
  track.replace(cue, same);
  transport.playhead.put(same);
  transport.stateChanged();
}

/** The narration of the article as it is now, null where there is none; undefined if the playback was disposed of meanwhile. */
async function narrateAgain(
  { options }: Playback,
  track: Track,
): Promise<NavigableNarration | null | undefined> {
  const { disposals } = track;
  const narration = await options.narrate();
  if (disposals === track.disposals) return narration;
  narration?.dispose();
  return undefined;
}
