/** What is read of a page beside its text. */
export interface ReadingOptions {
  /** A CSS selector of elements that are not read. */
  readonly skip?: string;
  /** Whether images are read by their alternative text; false by default. */
  readonly images?: boolean;
  /** Whether preformatted text, program code as a rule, is read; false by default. */
  readonly code?: boolean;
  /** Whether text is read that only screen readers are meant to find; false by default. */
  readonly screenReaderText?: boolean;
}

/** Elements whose text belongs to the page's machinery or its surroundings, not to the article. */
const UNREAD_TAGS = new Set(
  (
    'noscript nav aside footer form button input select textarea output progress meter ' +
    'iframe object canvas svg audio video dialog menu search rt'
  ).split(' '),
);

const ROLES =
  'navigation complementary contentinfo search toolbar menu tablist button dialog doc-noteref doc-backlink';

/** Advertisements and share bars by the names that sites give them, as whole words of `class` or `id`. */
const FURNITURE =
  'ad ads advert advertisement adsbygoogle anzeige werbung share sharing sharebar share-buttons social-share social-media';

/** References to footnotes and what leads back from them. */
const NOTES =
  'sup:has(> a[href^="#"]), a[href^="#"]:has(> sup), [epub\\:type~="noteref"], .footnote-backref, sup.reference, .mw-editsection';

const UNREAD = [
  '[aria-hidden="true"], [inert], [data-nosnippet], [data-vorleser="skip"], [data-vorleser-say=""], [data-ad], [data-ad-slot]',
  ...ROLES.split(' ').map((role) => `[role="${role}"]`),
  ...FURNITURE.split(' ').map((name) => `.${name}, [id="${name}"]`),
  NOTES,
].join();

/**
 * Whether an element and all in it is left out when an article is read: what nobody sees, what is hidden from
 * assistive technology, page furniture, and what the author or the publisher named.
 *
 * @param style its computed style
 */
export function isUnread(
  element: Element,
  style: CSSStyleDeclaration,
  { skip, images, code, screenReaderText }: ReadingOptions,
): boolean {
  const tag = element.localName;
  if (UNREAD_TAGS.has(tag) || (tag === 'img' && !images))
    return !element.hasAttribute('data-vorleser-say');
  if (tag === 'pre' && !code) return true;
  if (style.display === 'none' || style.contentVisibility === 'hidden') return true;
  if (isFolded(element) || element.matches(UNREAD)) return true;
  if (!screenReaderText && isForScreenReaders(style)) return true;
  return skip !== undefined && skip !== '' && element.matches(skip);
}

/** Whether it is the content of `<details>` that show their summary only. */
function isFolded(element: Element): boolean {
  const details = element.parentElement;
  if (details?.localName !== 'details' || details.hasAttribute('open')) return false;
  return element !== details.querySelector(':scope > summary');
}

/** The ways in which style sheets hide text from sight but not from screen readers. */
function isForScreenReaders(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/^rect\(0|^rect\(1px/.test(style.clip)) return true;
  if (/^inset\((?:50|100)%/.test(style.clipPath)) return true;
  return parseFloat(style.left) <= -999 || parseFloat(style.top) <= -999;
}
