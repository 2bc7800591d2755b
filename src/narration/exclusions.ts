import type { NarrationOptions } from './narration-options.js';
import { isOutOfSight } from './visibility.js';

/** Elements that are controls, media, or other parts of the page than the article's text. */
const EXCLUDED_TAG =
  /^(?:noscript|nav|aside|footer|input|select|textarea|output|progress|meter|iframe|object|canvas|svg|audio|video|dialog|menu|search|rt)$/;

const EXCLUDED_ROLES =
  'navigation complementary contentinfo search toolbar menu dialog doc-noteref doc-backlink';

const BUTTON = 'button:not([data-vorleser-say]), [role="button"]';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Common names of advertisements, as whole words of `class` or as an `id`. */
const ADVERTISEMENTS = 'ad ads advert advertisement adsbygoogle anzeige werbung';

/** Common names of share bars. */
const SHARE_BARS = 'share sharing sharebar share-buttons social-share social-media';

/**
 * What says that one of `AROUND_TEXT` holds text: panels of tabs, paragraphs, a headline, the state of a page whose server keeps it
 * in a form around all of it (ASP.NET, JSF).
 */
const TEXT = '[role="tabpanel"], p, h1, [name*="viewstate" i], br + br';

/** Elements that are no text, unless the page has them around its text. */
const AROUND_TEXT = `${SHARE_BARS.split(' ').map(named).join()}, form, [role="tablist"]`;

/** References to footnotes, and the links that lead back from them. */
const FOOTNOTE_LINKS =
  'sup:has(> a[href^="#"]), a[href^="#"]:has(> sup), .footnote-backref, sup.reference, .mw-editsection';

/** The numbers of the pages in print. */
const PAGE_BREAKS = '[role="doc-pagebreak"], .pagenum, .pagebreak, .page-number';

const EXCLUDED = [
  '[aria-hidden="true"], [inert], [data-nosnippet], [data-vorleser="skip"], [data-vorleser-say=""], [data-ad], [data-ad-slot], [data-ad-unit]',
  ...EXCLUDED_ROLES.split(' ').map((role) => `[role="${role}"]`),
  ...ADVERTISEMENTS.split(' ').map(named),
  `:is(${AROUND_TEXT}):not([data-vorleser-say], :has(${TEXT}))`,
  FOOTNOTE_LINKS,
  PAGE_BREAKS,
].join();

/** References to footnotes and numbers of pages in an EPUB. The name with its prefix stands for the attribute in HTML and in XHTML. */
const EPUB_TYPE = 'epub:type';

/** The selector of the elements with a name. */
function named(name: string): string {
  return `.${name}, [id="${name}"]`;
}

/** Attributes on which it depends what is seen of a page, and how it is spoken. */
const ATTRIBUTES = 'hidden open lang dir slot alt title alttext src aria-expanded data-state'.split(
  ' ',
);

/** The attributes by which an element can be left out or hidden. */
const TELLING = new Set(['class', 'style', EPUB_TYPE, ...attributesIn(EXCLUDED)]);

/** The attributes whose changes can change the narration: those, and all that selectors of excluded content name. */
export function observedAttributes({ skip = '' }: NarrationOptions): string[] {
  return [...new Set([...ATTRIBUTES, ...TELLING, ...attributesIn(skip)])];
}

function attributesIn(selector: string): string[] {
  return Array.from(selector.matchAll(/\[\s*([\w-]+)/g), ([, name = '']) => name);
}

/**
 * Whether an element only wraps words: it is inline, and has no attribute by which it could be left out or hidden. Some pages
 * have one around each word, and each question about a style takes its time.
 */
export function isWrapper(element: Element, { display }: CSSStyleDeclaration): boolean {
  return (
    display === 'inline' &&
    !/^(?:sup|del|s|strike|form|button)$/.test(element.localName) &&
    !element.getAttributeNames().some((name) => TELLING.has(name))
  );
}

/**
 * Whether an element and its content are not read: content that is not visible, content hidden from assistive technology,
 * navigation, advertisements and the like, and what the author or the publisher excludes.
 *
 * @param style the computed style of the element
 * @param wraps whether the element only wraps words, see `isWrapper`
 */
export function isExcluded(
  element: Element,
  style: CSSStyleDeclaration,
  wraps: boolean,
  { skip, leaveOut, images, code, screenReaderText, struckOut }: NarrationOptions,
): boolean {
  const tag = element.localName;
  if (EXCLUDED_TAG.test(tag) || (tag === 'img' && !images))
    return !element.hasAttribute('data-vorleser-say');
  if (tag === 'pre' && !code) return true;
  if (!wraps && isHiddenOrMarked(element, style, screenReaderText)) return true;
  if (!wraps && !struckOut && isStruckOut(element, style)) return true;
  if (skip && element.matches(skip)) return true;
  return leaveOut?.(element) ?? false;
}

/** Whether a button is all of a heading, or holds one, as in an accordion: it shows and hides the text below. */
function isHeading(button: Element): boolean {
  const heading = button.closest(HEADING) ?? button.querySelector(HEADING);
  return heading !== null && button.textContent.includes(heading.textContent.trim());
}

function isHiddenOrMarked(
  element: Element,
  style: CSSStyleDeclaration,
  screenReaderText = false,
): boolean {
  const isHidden =
    style.display === 'none' ||
    style.contentVisibility === 'hidden' ||
    (!screenReaderText && isOutOfSight(element, style));
  if (isHidden && !isHiddenFormula(element)) return true;
  if (element.matches(BUTTON) && !isHeading(element)) return true;
  const type = element.getAttribute(EPUB_TYPE) ?? '';
  return /noteref|pagebreak/.test(type) || element.matches(EXCLUDED);
}

/** Whether the text of an element no longer holds. */
export function isStruckOut(
  { localName }: Element,
  { textDecorationLine }: CSSStyleDeclaration,
): boolean {
  return /^(?:del|s|strike)$/.test(localName) || textDecorationLine.includes('line-through');
}

/** KaTeX, MathJax and Wikipedia hide the MathML of a formula, and show something else beside it. */
export function isHiddenFormula(element: Element): boolean {
  const beside = element.nextElementSibling ?? element.previousElementSibling;
  return (
    element.firstElementChild?.localName === 'math' &&
    beside?.matches('img, [aria-hidden="true"]') === true
  );
}
