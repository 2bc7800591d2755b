import type { Cue } from '../narration/index.js';
import type { Playback } from './playback.js';

/** Seeks to the article's beginning, even if a saved position is pending. @returns a function that undoes it */
export function startOver({ options, track, transport }: Playback): () => void {
  let left: Cue | null = null;
  track.narrated(() => {
    left = transport.playhead.cue;
    transport.seek(0);
    options.savePosition?.(null);
    transport.stateChanged();
  });
  return () => {
    if (left && !left.gone) transport.seek(left.index);
  };
}
