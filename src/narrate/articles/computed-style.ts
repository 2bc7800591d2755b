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

/**
 * What browsers say about elements, where the DOM says nothing or something else. Styles of the page come after it. Cells are blocks, since it
 * does not know `table-cell`.
 */
export const DEFAULT_STYLES = `<style>
:where([hidden]) { display: none }
:where([hidden="until-found"]) { display: block; content-visibility: hidden }
dialog:not([open]), annotation, annotation-xml, rp, template, datalist { display: none }
caption, center, dir, listing, plaintext, search, td, th, xmp { display: block }
ruby { display: ruby }
</style>`;

type StyleOf = (element: Element) => CSSStyleDeclaration;

/**
 * The computed style of an element as browsers have it: with a value for each property.
 *
 * @param styleOf the DOM's own computed style
 */
export function complete(element: Element, styleOf: StyleOf): CSSStyleDeclaration {
  const values = styleOf(element) as unknown as Readonly<Record<string, string>>;
  const valueOf = (name: string): string => {
    const [shorthand = '', pattern] = SHORTHANDS[name] ?? [];
    const implied = pattern?.exec(values[shorthand] ?? '')?.[0];
    return values[name] || implied || (INITIAL[name] ?? '');
  };
  const isBlockified = () =>
    valueOf('float') !== 'none' ||
    /^(?:absolute|fixed)$/.test(valueOf('position')) ||
    (element.parentElement && /flex|grid/.test(styleOf(element.parentElement).display));
  return new Proxy(values, {
    get(_, name: string) {
      const value = valueOf(name);
      if (name !== 'display' || !value.startsWith('inline') || !isBlockified()) return value;
      return value.replace(/^inline-?/, '') || 'block';
    },
  }) as unknown as CSSStyleDeclaration;
}

/** Whether an element and all around it are rendered, for a DOM that does not say so. */
export function isRendered(element: Element, styleOf: StyleOf): boolean {
  for (let around: Element | null = element; around; around = around.parentElement)
    if (styleOf(around).display === 'none') return false;
  return true;
}
