import { httpUrl } from '../../src/server/article-sources.js';
import type { LoadedArticle } from './load-article.js';

/** Elements that are shown. Others are replaced by their content, so that no text is lost. */
const KEPT = new Set(
  (
    'h1 h2 h3 h4 h5 h6 p blockquote q cite em strong b i s del ins u small sub sup a time abbr dfn ul ol li dl dt dd figure ' +
    'figcaption img table caption thead tbody tfoot tr th td colgroup col pre code kbd samp var mark hr br wbr bdi bdo ruby rt rp ' +
    'section header footer aside div span address hgroup details summary'
  ).split(' '),
);

/** Elements that are left out with their content: what runs or loads something, controls, navigation. */
const DROPPED = new Set(
  (
    'script style template noscript iframe frame frameset noframes object embed applet portal fencedframe head title link meta ' +
    'base input button select option datalist textarea output progress meter dialog nav menu search canvas svg audio video source ' +
    'track map area'
  ).split(' '),
);

/** Attributes without an effect of their own, by which it depends what is read, and how. */
const ATTRIBUTES =
  'lang dir title class role aria-hidden aria-label data-vorleser data-vorleser-say data-nosnippet data-ad';

const OWN_ATTRIBUTES: Readonly<Record<string, string>> = {
  img: 'alt width height',
  time: 'datetime',
  ol: 'start reversed type',
  li: 'value',
  th: 'colspan rowspan scope',
  td: 'colspan rowspan',
  details: 'open',
};

/** The ids of an article get this prefix. Without it, an id could be taken for a global variable (“DOM clobbering”). */
const ID_PREFIX = 'article-';

/**
 * Copies an article from the document of a stranger's page. The copy is built element by element, from lists of what is allowed,
 * and never parsed: it has no scripts, event handlers, styles, forms or frames, its links lead to pages only, and its images come from
 * the given origins.
 */
export function safeArticle(loaded: LoadedArticle, images: ReadonlySet<string>): HTMLElement {
  const article = document.createElement('article');
  const { root, headline, page } = loaded;
  const lang = root.closest('[lang]')?.getAttribute('lang') ?? page.documentElement.lang;
  if (lang) article.lang = lang;
  for (const part of [headline, root])
    if (part) article.append(...copies(part, { ...loaded, images }));
  return article;
}

type Context = LoadedArticle & { readonly images: ReadonlySet<string> };

function copies(node: Node, context: Context): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? '')];
  if (node.nodeType !== Node.ELEMENT_NODE || isDropped(node as Element)) return [];
  const element = node as Element;
  const tag = element.localName;
  if (tag === 'math')
    return [document.createTextNode(element.getAttribute('alttext') ?? element.textContent)];
  const content = [...element.childNodes].flatMap((child) => copies(child, context));
  if (!KEPT.has(tag)) return content;
  const copy = document.createElement(tag);
  copyAttributes(element, copy);
  if (copy instanceof HTMLAnchorElement) link(element, copy, context);
  if (copy instanceof HTMLImageElement && !load(element, copy, context)) return [];
  copy.append(...content);
  return [copy];
}

/** Custom elements of the player are dropped too, since it is a player that is around them. */
function isDropped(element: Element): boolean {
  return (
    DROPPED.has(element.localName) ||
    element.localName.startsWith('vorleser-') ||
    element.hasAttribute('hidden') ||
    /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden)/i.test(
      element.getAttribute('data-style') ?? '',
    )
  );
}

function copyAttributes(from: Element, to: HTMLElement): void {
  const names = `${ATTRIBUTES} ${OWN_ATTRIBUTES[to.localName] ?? ''}`.trim().split(' ');
  for (const name of names) {
    const value = from.getAttribute(name);
    if (value !== null) to.setAttribute(name, value);
  }
  if (!from.id) return;
  to.id = ID_PREFIX + from.id;
  // Some content is known as furniture by its id.
  if (!/\s/.test(from.id)) to.classList.add(from.id);
}

/** Links open in another tab; those within the article stay there. */
function link(from: Element, to: HTMLAnchorElement, { base }: Context): void {
  const address = from.getAttribute('href')?.trim() ?? '';
  if (address.startsWith('#')) {
    to.href = `#${ID_PREFIX}${address.slice(1)}`;
    return;
  }
  const url = address && httpUrl(address, base);
  if (!url) return;
  to.href = url.href;
  to.target = '_blank';
  to.rel = 'noopener noreferrer';
}

/** @returns whether the image may be loaded */
function load(from: Element, to: HTMLImageElement, { base, images }: Context): boolean {
  const url = httpUrl(from.getAttribute('src') ?? '', base);
  if (!url || !images.has(url.origin)) return false;
  to.loading = 'lazy';
  to.src = url.href;
  return true;
}
