/** The player that a control belongs to: around it in its own tree, or in one of those that this tree is in; or null. */
export function playerAround(control: Element): HTMLElement | null {
  const player = control.closest<HTMLElement>('vorleser-player');
  const root = control.getRootNode();
  if (player || !(root instanceof ShadowRoot)) return player;
  return playerAround(root.host);
}
