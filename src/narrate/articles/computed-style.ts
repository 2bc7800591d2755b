/** The initial values of the properties that narrations ask for, where the DOM has none. @see https://www.w3.org/TR/css-2025/ */
const INITIAL: Readonly<Record<string, string>> = {
  clip: 'auto',
  clipPath: 'none',
  contentVisibility: 'visible',
  display: 'inline',
  float: 'none',
  fontSize: '16px',
  left: 'auto',
  marginLeft: '0px',
  overflow: 'visible',
  position: 'static',
  scale: 'none',
  textDecorationLine: 'none',
  textIndent: '0px',
  top: 'auto',
  transform: 'none',
  visibility: 'visible',
  whiteSpace: 'normal',
};

/** What shorthands say about a property, where the DOM does not take them apart. */
const SHORTHANDS: Readonly<Record<string, readonly [shorthand: string, value: RegExp]>> = {
  textDecorationLine: ['textDecoration', /line-through|underline|overline/],
};

/** A computed style as browsers have it: with a value for each property. */
export function complete(style: CSSStyleDeclaration): CSSStyleDeclaration {
  return new Proxy(style, {
    get(target, name: string) {
      const values = target as unknown as Readonly<Record<string, string>>;
      const [shorthand = '', pattern] = SHORTHANDS[name] ?? [];
      const implied = pattern?.exec(values[shorthand] ?? '')?.[0];
      return values[name] || implied || (INITIAL[name] ?? '');
    },
  });
}

/** Whether an element and all around it are rendered, for a DOM that does not say so. */
export function isRendered(
  element: Element,
  styleOf: (element: Element) => CSSStyleDeclaration,
): boolean {
  for (let around: Element | null = element; around; around = around.parentElement)
    if (styleOf(around).display === 'none') return false;
  return true;
}
