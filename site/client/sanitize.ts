/** Elements that are kept, by what they are for. Of all others that may hold text, only the text is kept. */
const KEPT = new Set(
  [
    'article section div p header footer nav aside hgroup address h1 h2 h3 h4 h5 h6 blockquote figure figcaption hr pre',
    'ul ol li dl dt dd table caption thead tbody tfoot tr th td details summary',
    'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q rb rp rt ruby s samp small span strong sub sup time u var wbr',
  ]
    .join(' ')
    .split(' '),
);

/** Elements that are left out with everything in them: they run, load, embed or ask for something. */
const DROPPED = new Set(
  'head script style template noscript iframe frame frameset object embed applet svg canvas audio video picture img map form input button select textarea dialog link meta base title'.split(
    ' ',
  ),
);

/** Attributes that decide what is read, or how it is shown. None of them can run or load anything. */
const ATTRIBUTES = new Set(
  'class id lang dir title role hidden inert open start value reversed colspan rowspan scope aria-hidden data-nosnippet data-vorleser data-vorleser-say'.split(
    ' ',
  ),
);

const XHTML = 'http://www.w3.org/1999/xhtml';

/**
 * Copies what can be read of an untrusted element: kinds of elements and attributes that are known to be harmless, and text. The copies
 * are new elements, so that nothing of the original reaches the page.
 *
 * @param source an element of a document without scripts and without a window, as `DOMParser` returns it
 */
export function sanitize(source: Element): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of source.childNodes) {
    if (node instanceof Text) fragment.append(node.data);
    if (node instanceof Element) fragment.append(copyOf(node));
  }
  return fragment;
}

function copyOf(element: Element): Node {
  const name = element.localName;
  if (DROPPED.has(name)) return document.createDocumentFragment();
  const content = sanitize(element);
  if (element.namespaceURI !== XHTML || !KEPT.has(name)) return content;
  const copy = document.createElement(name);
  for (const { name, value } of element.attributes)
    if (ATTRIBUTES.has(name)) copy.setAttribute(name, value);
  copyAddress(element, copy);
  copy.append(content);
  return copy;
}

/** Keeps the address of a link if it is one of the web, which opens in a window of its own and does not learn who links to it. */
function copyAddress(from: Element, to: Element): void {
  const href = from.getAttribute('href');
  if (from.localName !== 'a' || !href || !/^https?:\/\//i.test(href)) return;
  to.setAttribute('href', href);
  to.setAttribute('rel', 'noopener noreferrer nofollow');
  to.setAttribute('target', '_blank');
}
