import type { Cue } from '../narration/index.js';
import type { Playback } from './playback.js';

/** Seeks to the article's beginning, even if a saved position is pending. @returns a function that undoes it */
export function startOver(playback: Playback): () => void {
  let left: Cue | null = null;
  playback.narrated((_, transport) => {
    left = transport.playhead.cue;
    transport.seek(0);
    playback.options.savePosition?.(null);
    transport.stateChanged();
  });
  return () => {
    if (left && !left.gone) playback.transport?.seek(left.index);
  };
}
