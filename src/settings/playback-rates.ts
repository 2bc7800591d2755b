/** The playback rates that people know from other players. */
export const PLAYBACK_RATES: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The next slower or faster rate; the same where there is none. */
export function adjacentRate(rate: number, direction: 'slower' | 'faster'): number {
  const adjacent =
    direction === 'slower'
      ? PLAYBACK_RATES.findLast((each) => each < rate)
      : PLAYBACK_RATES.find((each) => each > rate);
  return adjacent ?? rate;
}
