import { httpUrl } from '../../src/server/article-sources.js';
import type { Configuration } from './configuration.js';

/** After this time an article is given up that has not arrived, in milliseconds. */
const PATIENCE = 20_000;

/** Why an article is not shown; `reason` is the key of a text. */
export class Refusal extends Error {
  readonly reason;

  constructor(reason: 'denied' | 'unreachable' | 'noArticle', message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

/** An article in the inert document of its page, which loads and runs nothing. */
export interface LoadedArticle {
  readonly root: Element;
  /** The page's headline, where it is outside the article. */
  readonly headline: Element | null;
  readonly page: Document;
  /** What the addresses in it are relative to. */
  readonly base: URL;
}

/**
 * Loads an article as a visitor without cookies sees it.
 *
 * @throws a Refusal
 */
export async function loadArticle(
  url: URL,
  { sources, article }: Configuration,
): Promise<LoadedArticle> {
  const response = await request(url);
  const address = httpUrl(response.url);
  if (!address || !sources.has(address.origin))
    throw new Refusal('denied', `${url.href} leads to ${response.url}`);
  if (!response.ok) throw new Refusal('unreachable', `${url.href} answers ${response.status}`);
  const page = await parse(await withoutInlineCode(await response.blob()));
  const root = page && findRoot(page, article);
  if (!page || !root?.textContent?.trim())
    throw new Refusal('noArticle', `${url.href} has no article`);
  const headline = root.querySelector('h1') ? null : page.querySelector('h1');
  const base = page.querySelector('[data-base]')?.getAttribute('href') ?? '';
  return { root, headline, page, base: httpUrl(base, address) ?? address };
}

async function request(url: URL): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const message = `${url.href} cannot be loaded. Does its host send Access-Control-Allow-Origin?`;
    throw new Refusal('unreachable', message, error);
  }
}

/** The article of a page, by the same rule as src/page/find-article.ts; a page with neither `article` nor `main` is shown whole. */
function findRoot(page: Document, selector: string): Element | null {
  if (selector) return page.querySelector(selector);
  return page.querySelector('article') ?? page.querySelector('main') ?? page.body;
}

/** Comments, scripts and style sheets, which are not needed, and tags. */
const MARKUP =
  /<!--.*?-->|<(script|style)\b.*?<\/\1[^>]*>|<(base)(?=[\s/])|<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gis;

/**
 * Renames the inline handlers and styles of a page. Chromium checks them against the policy of the frame even in a document that
 * runs nothing, and would report each of them. Safety does not depend on it: none is copied. The bytes are handled as such, since
 * their encoding is not known yet.
 *
 * @see https://encoding.spec.whatwg.org/#x-user-defined
 */
async function withoutInlineCode(html: Blob): Promise<Blob> {
  const text = new TextDecoder('x-user-defined').decode(await html.arrayBuffer());
  const quiet = text.replace(MARKUP, (markup: string, code?: string, base?: string) => {
    if (code || markup.startsWith('<!--')) return '';
    if (base) return '<link data-base';
    return markup.replace(/([\s"'/])(on\w+|style)(?=\s*=)/gi, '$1data-$2');
  });
  const bytes = Uint8Array.from(quiet, (character) => character.charCodeAt(0) & 255);
  return new Blob([bytes], { type: html.type });
}

/**
 * Parses a page in its encoding. A document made by XMLHttpRequest runs no scripts and loads nothing; unlike DOMParser, it heeds
 * the charset and needs no Trusted Types policy. Resolves with null if it is no HTML.
 */
function parse(html: Blob): Promise<Document | null> {
  const address = URL.createObjectURL(html);
  return new Promise<Document | null>((resolve) => {
    const parser = new XMLHttpRequest();
    parser.responseType = 'document';
    parser.onloadend = () => resolve(parser.responseXML);
    parser.open('GET', address);
    parser.send();
  }).finally(() => URL.revokeObjectURL(address));
}
