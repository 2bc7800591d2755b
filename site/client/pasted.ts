import { sanitize } from './sanitize.js';

/** Parses HTML into a document that runs no script and loads nothing. Under Trusted Types, only that is allowed. */
const policy = (
  globalThis as { trustedTypes?: { createPolicy(name: string, rules: object): Parser } }
).trustedTypes?.createPolicy('vorleser-playground', { createHTML: (html: string) => html });

interface Parser {
  createHTML(html: string): string;
}

/** What begins with a tag, a comment or a doctype, or has the end tag of a block, is HTML. */
const HTML = /^\s*<[a-z!]|<\/(?:p|h[1-6]|li|div|article|body)>/i;

/** What was pasted, ready for the page. */
export interface Pasted {
  /** Empty if nothing says it. */
  lang: string;
  content: Node;
}

/**
 * Makes an article of what was pasted. Of the HTML of a page, it is what the player would read there: the first `article`, else the
 * `main`, else everything.
 */
export function articleOf(pasted: string): Pasted {
  if (!HTML.test(pasted)) return { lang: '', content: paragraphsOf(pasted) };
  const html = policy?.createHTML(pasted) ?? pasted;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const root = parsed.querySelector('article') ?? parsed.querySelector('main') ?? parsed.body;
  const lang = root.closest('[lang]')?.getAttribute('lang') ?? '';
  return { lang, content: sanitize(root) };
}

/** A paragraph begins after an empty line. */
function paragraphsOf(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const part of text.trim().split(/\n\s*\n/)) {
    const paragraph = document.createElement('p');
    paragraph.textContent = part;
    fragment.append(paragraph);
  }
  return fragment;
}
