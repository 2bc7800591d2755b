import { adoptStyles, type CSSResult, type LitElement } from 'lit';

/** Gives a shadow tree the styles of its element's class, and more after them, in place of those that it has. */
export function adoptMoreStyles(
  { constructor }: Pick<LitElement, 'renderRoot'>,
  tree: LitElement['renderRoot'],
  ...more: CSSResult[]
): void {
  const { elementStyles } = constructor as typeof LitElement;
  adoptStyles(tree as ShadowRoot, [...elementStyles, ...more]);
}
