import { settings } from './settings.js';

/** The playback rates that people know from other players. */
export const RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** Reads at a rate from now on, and remembers it for the articles to come. */
export function chooseRate(playback: { playbackRate: number }, rate: number): void {
  playback.playbackRate = rate;
  settings.choose({ rate });
}

/** The next slower rate, or the next faster one; the same where there is none. */
export function rateBeside(rate: number, direction: 'slower' | 'faster'): number {
  const beside =
    direction === 'slower'
      ? RATES.findLast((each) => each < rate)
      : RATES.find((each) => each > rate);
  return beside ?? rate;
}
