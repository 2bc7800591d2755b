/**
 * Which elements of a page an EPUB has, and where: XHTML must be valid, and pages often are not.
 *
 * @see https://html.spec.whatwg.org/multipage/dom.html#content-models
 */

/** Controls, scripts and other parts of a page that a book does without, with what is in them. */
const DROPPED =
  'script style template noscript nav form dialog button input select textarea output progress meter iframe object embed canvas svg audio video source track link meta head title area param datalist option [hidden] [aria-hidden="true"] [inert] [role="navigation"] [role="toolbar"] [role="dialog"] [data-ad] .ad .ads .advertisement .adsbygoogle .anzeige .werbung'
    .split(' ')
    .join();

const INLINE = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small strong sub sup u var'.split(
    ' ',
  ),
);

/** Blocks that contain text, but no other blocks. */
const PHRASING = new Set('p h1 h2 h3 h4 h5 h6 pre'.split(' '));

const FLOW = new Set(
  'article section aside div blockquote ul ol li dl dt dd figure figcaption table caption thead tbody tfoot tr td th details summary'.split(
    ' ',
  ),
);

/** Blocks that a book does not tell apart from a `div`. */
const PLAIN = new Set('header footer main address hgroup fieldset center menu search'.split(' '));

/** Elements that are written with all they contain, and not divided. */
const WHOLE = new Set(['math', 'ruby']);

/** The parents that an element must have. Elsewhere it becomes a `div`. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  caption: ['table'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  tr: ['table', 'thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
  figcaption: ['figure'],
  summary: ['details'],
};

/** What an element becomes in a book. */
export type Role =
  | { readonly kind: 'dropped' | 'transparent' | 'whole' | 'image' | 'break' | 'rule' }
  | { readonly kind: 'inline' | 'block'; readonly tag: string };

/**
 * The role of an element.
 *
 * @param within the tags of the blocks around it, in the book
 */
export function roleOf(element: Element, within: readonly string[]): Role {
  const name = element.localName;
  if (isDropped(element)) return { kind: 'dropped' };
  if (name === 'img') return { kind: 'image' };
  if (name === 'br') return { kind: 'break' };
  const inPhrasing = within.some((tag) => PHRASING.has(tag));
  if (name === 'hr') return { kind: inPhrasing ? 'dropped' : 'rule' };
  if (WHOLE.has(name)) return { kind: 'whole' };
  if (INLINE.has(name) || (name === 'span' && element.hasAttribute('lang')))
    return { kind: 'inline', tag: name };
  if (!isBlock(element) || inPhrasing) return { kind: 'transparent' };
  return { kind: 'block', tag: blockTag(element, within) };
}

export function isDropped(element: Element): boolean {
  return element.matches(DROPPED) || element.localName.startsWith('vorleser-');
}

/** Whether an element is a block by its name. */
export function isBlock({ localName }: Element): boolean {
  return PHRASING.has(localName) || FLOW.has(localName) || PLAIN.has(localName);
}

/** Whether a block must be written although nothing is in it: others of its kind would move otherwise. */
export function isKeptEmpty(tag: string): boolean {
  return /^(?:t[dh]|d[td]|li)$/.test(tag);
}

function blockTag(element: Element, within: readonly string[]): string {
  const name = element.localName;
  const parents = PARENTS[name];
  if (PLAIN.has(name) || (parents && !parents.includes(within.at(-1) ?? ''))) return 'div';
  if (/^(?:h\d|section|article|aside)$/.test(name) && /\b(?:dt|th)\b/.test(within.join(' ')))
    return 'div';
  return isSound(element) ? name : 'div';
}

/** Whether the children of an element are those that it may have. */
function isSound(element: Element): boolean {
  const children = [...element.children].filter((child) => !isDropped(child));
  const names = children.map(({ localName }) => `${localName} `).join('');
  switch (element.localName) {
    case 'p':
      return ![...element.querySelectorAll('*')].some(
        (child) => isBlock(child) && !isDropped(child),
      );
    case 'ul':
    case 'ol':
      return /^(?:li )+$/.test(names) && !hasText(element);
    case 'dl':
      return /^(?:(?:dt )+(?:dd )+)+$/.test(names) && !hasText(element);
    case 'table':
      return (
        /^(?:caption )?(?:colgroup )*(?:thead )?(?:(?:tbody )+|(?:tr )+)(?:tfoot )?$/.test(names) &&
        children.every((child) => isSound(child)) &&
        !hasText(element)
      );
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return /^(?:tr )+$/.test(names) && children.every(isSound) && !hasText(element);
    case 'tr':
      return /^(?:t[dh] )+$/.test(names) && !hasText(element);
    case 'figure':
      return (names.match(/figcaption/g)?.length ?? 0) < 2 && !/\w figcaption \w/.test(names);
    case 'details':
      return names.startsWith('summary ') && !/ summary /.test(names);
    default:
      return true;
  }
}

/** Whether there is text beside the elements. */
function hasText(element: Element): boolean {
  return [...element.childNodes].some(
    (node) => node.nodeType === 3 && (node as Text).data.trim() !== '',
  );
}
