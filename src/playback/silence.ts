/** Anything with a volume. */
interface Volume {
  volume: number;
  muted: boolean;
}

/** Whether nothing is heard: muted, or turned down to 0. */
export function isSilent({ muted, volume }: Readonly<Volume>): boolean {
  return muted || volume === 0;
}

/** The settings that silence it, or make it audible again: a volume of 0 becomes 1. */
export function toggledSilence(current: Readonly<Volume>): Partial<Volume> {
  const silent = isSilent(current);
  return { muted: !silent, ...(silent && current.volume === 0 && { volume: 1 }) };
}
