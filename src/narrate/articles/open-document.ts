import { optionalPackage } from '../optional-package.js';
import { complete, DEFAULT_STYLES, isRendered } from './computed-style.js';

/** A document without a browser. */
export interface OpenDocument {
  readonly document: Document;
  /** Frees its memory. */
  close(): Promise<void>;
}

/** What the code that reads pages expects of a browser, besides `getComputedStyle`. */
const GLOBALS = ['MutationObserver', 'Node', 'NodeFilter', 'location'] as const;

/** Nothing is loaded and no script runs: a page is what its HTML says. */
const SETTINGS = {
  enableJavaScriptEvaluation: false,
  disableJavaScriptFileLoading: true,
  disableCSSFileLoading: true,
  disableIframePageLoading: true,
  handleDisabledFileLoadingAsSuccess: true,
} as const;

/**
 * Parses a page with parse5 and happy-dom. Styles in the page apply as in a browser; style sheets of their own are not loaded, and nothing is laid out.
 *
 * happy-dom, because its computed styles follow the cascade, which decides what is read, in time in proportion to the page: 5 s for a book of 100,000
 * words. jsdom's take 25 times as long, and its versions since 28 need Node 22; linkedom has none.
 *
 * Makes the document's classes global, since the code that reads pages is that of the browser: only one document can be open at a time.
 *
 * @param address that of the page, against which its links are resolved
 */
export async function openDocument(html: string, address: string): Promise<OpenDocument> {
  const { parse, serialize, Window } = await optionalPackage(
    () => import('vorleser-narrate/dom.js'),
  );
  const window = new Window({ url: address, settings: SETTINGS });
  // happy-dom does not know where end tags are implied.
  window.document.write(serialize(parse(html)).replace('<head>', `$&${DEFAULT_STYLES}`));
  const ownStyleOf = (element: Element) => window.getComputedStyle(element as never) as never;
  const styleOf = (element: Element) => complete(element, ownStyleOf);
  for (const name of GLOBALS) define(globalThis, name, window[name]);
  define(globalThis, 'getComputedStyle', styleOf);
  define(window.Element.prototype, 'checkVisibility', function (this: Element) {
    return isRendered(this, ownStyleOf);
  });
  return {
    document: window.document as unknown as Document,
    close: () => window.happyDOM.close(),
  };
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { configurable: true, writable: true, value });
}
