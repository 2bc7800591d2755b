/** The nearest `lang` around an element, across shadow roots; null if there is none. */
export function declaredLanguage(element: Element): string | null {
  for (let ancestor: Element | null = element; ancestor; ancestor = parentOf(ancestor)) {
    const lang = ancestor.getAttribute('lang');
    if (lang) return lang;
  }
  return null;
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? ('host' in root ? (root.host as Element) : null);
}
