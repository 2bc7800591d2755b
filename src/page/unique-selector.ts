/** A selector that matches only this element of its tree: by its id if that is unique, else by its path. */
export function uniqueSelector(element: Element): string {
  const tree = element.getRootNode() as Document | ShadowRoot;
  const byId = `#${CSS.escape(element.id)}`;
  if (element.id && tree.querySelectorAll(byId).length === 1) return byId;
  const path: string[] = [];
  for (let at: Element | null = element; at && at !== document.documentElement;) {
    const siblings: Element[] = [...(at.parentNode?.children ?? [])];
    path.unshift(`:nth-child(${siblings.indexOf(at) + 1})`);
    at = at.parentElement;
  }
  return [tree === document ? ':root' : ':host', ...path].join(' > ');
}
