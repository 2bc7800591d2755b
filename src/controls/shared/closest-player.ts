/** The player that a control belongs to: the closest one in its tree, or in a tree around that; or null. */
export function closestPlayer(control: Element): HTMLElement | null {
  const player = control.closest<HTMLElement>('vorleser-player');
  const root = control.getRootNode();
  if (player || !(root instanceof ShadowRoot)) return player;
  return closestPlayer(root.host);
}
