/**
 * Makes the parts of an element available to the page, as `vorleser-player::part()`: adds them to `exportparts` of the
 * element and of the player's elements around it. For elements that the player's own template does not contain.
 */
export function exportParts(element: Element, parts: readonly string[]): void {
  let host: Element | null = element;
  while (host?.localName.startsWith('vorleser-') && host.localName !== 'vorleser-player') {
    const exported: string[] = host.getAttribute('exportparts')?.split(/\s*,\s*/) ?? [];
    host.setAttribute('exportparts', [...new Set([...exported, ...parts])].join(', '));
    const root: Node = host.getRootNode();
    host = root instanceof ShadowRoot ? root.host : null;
  }
}
