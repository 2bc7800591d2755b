import type { Playback } from './playback.js';

/** How far players skip back and forward at a press, in seconds. */
export const SEEK_STEP = 10;

/**
 * Moves the playhead by about a number of seconds at rate 1: to the beginning of the sentence there, and forward by at
 * least one sentence, however long it is.
 */
export function seekBy(playback: Playback, seconds: number): void {
  const { track } = playback;
  const time = Math.max(0, playback.currentTime + seconds);
  const target = track?.cueAt(time);
  if (seconds > 0 && target && target === track?.cueAt(playback.currentTime)) playback.next();
  else playback.currentTime = time;
}
