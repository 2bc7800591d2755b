/** Focuses the first control of a player, without scrolling there: a page's own controls, if there are any, replace the default ones. */
export function focusPlayButton(player: HTMLElement): void {
  const tree = player.shadowRoot;
  const slotted = tree?.querySelector('slot')?.assignedElements() ?? [];
  for (const control of [...slotted, tree?.querySelector('vorleser-play-button')]) {
    const target = control?.shadowRoot?.querySelector('button') ?? control;
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    if (target?.matches(':focus')) return;
  }
}
