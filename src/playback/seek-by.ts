import type { Playback } from './playback.js';

/** How far players go back and forth at a press, in seconds. */
export const STEP = 10;

/**
 * Moves the playhead by about so many seconds at rate 1: to the beginning of the sentence there, and forward by one
 * sentence at least, however long it is.
 */
export function moveBy(playback: Playback, seconds: number): void {
  const time = Math.max(0, playback.currentTime + seconds);
  const there = playback.cueAt(time);
  if (seconds > 0 && there && there === playback.cueAt(playback.currentTime)) playback.next();
  else playback.currentTime = time;
}
