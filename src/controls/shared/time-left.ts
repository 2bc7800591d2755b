import type { Playback } from '../../playback/playback.js';

/** How long the rest of the article takes at the current rate, in seconds; NaN while that is unknown. */
export function timeLeft({
  currentTime,
  estimatedDuration,
  spokenRate,
}: Pick<Playback, 'currentTime' | 'estimatedDuration' | 'spokenRate'>): number {
  return Math.max(0, (estimatedDuration - currentTime) / spokenRate);
}
