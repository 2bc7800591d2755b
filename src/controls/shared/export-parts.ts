/**
 * Lets a page reach parts of an element that is fetched late by `vorleser-player::part()`: every element of the player in
 * whose tree it stands passes them on.
 */
export function exportParts(element: Element, parts: readonly string[]): void {
  let host: Element | null = element;
  while (host?.localName.startsWith('vorleser-') && host.localName !== 'vorleser-player') {
    const passed: string[] = host.getAttribute('exportparts')?.split(/\s*,\s*/) ?? [];
    host.setAttribute('exportparts', [...new Set([...passed, ...parts])].join(', '));
    const root: Node = host.getRootNode();
    host = root instanceof ShadowRoot ? root.host : null;
  }
}
