/** The nearest `lang` around an element, across shadow roots; null if there is none. */
export function declaredLanguage(element: Element): string | null {
  const declaring = element.closest('[lang]:not([lang=""])');
  if (declaring) return declaring.getAttribute('lang');
  const root = element.getRootNode();
  return 'host' in root ? declaredLanguage(root.host as Element) : null;
}
