/** So long after a change of a value the listener is taken to be at the controls, in milliseconds. */
const STAY = 4000;

/**
 * Tells whether the listener has just changed a value of a player's control, such as the rate. The voice must not scroll the control away
 * now: the next press on a phone would meet the text.
 */
export function recentInput(player: HTMLElement): () => boolean {
  let until = 0;
  player.addEventListener('input', () => (until = performance.now() + STAY));
  return () => performance.now() < until;
}
