/** What can be silenced in favour of another. */
interface Speaker {
  pause(): void;
}

let speaking: Speaker | null = null;

/** Gives a speaker the page's ear: whoever spoke before on the same page is paused. */
export function takeTurn(speaker: Speaker): void {
  if (speaking !== speaker) speaking?.pause();
  speaking = speaker;
}

/** Gives the page's ear back. */
export function endTurn(speaker: Speaker): void {
  if (speaking === speaker) speaking = null;
}

/** Whether another one has the page's ear. */
export function hasLostTurn(speaker: Speaker): boolean {
  return speaking !== null && speaking !== speaker;
}
