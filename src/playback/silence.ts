/** What can be turned down. */
interface Loud {
  volume: number;
  muted: boolean;
}

/** Whether nothing is heard of it, muted or turned down to nothing. */
export function isSilent({ muted, volume }: Loud): boolean {
  return muted || volume === 0;
}

/** Silences it, or lets it be heard again: what was turned down to nothing is turned up. */
export function toggleSilence(loud: Loud): void {
  const silent = isSilent(loud);
  loud.muted = !silent;
  if (silent && loud.volume === 0) loud.volume = 1;
}
