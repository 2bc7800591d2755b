/** Only one speaker of a page is audible at a time. */
interface Speaker {
  pause(): void;
}

let current: Speaker | null = null;

/** Makes a speaker the only one: the one that spoke before on the same page is paused. */
export function takeExclusivePlayback(speaker: Speaker): void {
  if (current !== speaker) current?.pause();
  current = speaker;
}

export function endExclusivePlayback(speaker: Speaker): void {
  if (current === speaker) current = null;
}

/** Whether another speaker has taken over. */
export function hasLostExclusivePlayback(speaker: Speaker): boolean {
  return current !== null && current !== speaker;
}
