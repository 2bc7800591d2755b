import { httpUrl, originsOf } from './article-sources.js';
import { errorResponse } from './error-response.js';

/** The settings of an oEmbed provider. */
export interface OEmbedSettings {
  /** The address of embed.html. */
  readonly embedUrl: string;
  /** The origins of the articles that may be embedded, as in embed.json. */
  readonly sources: readonly string[];
  /** The name of the publisher. */
  readonly providerName?: string;
  /** The title of an article, for the frame's accessible name. By default it is named by its address. */
  readonly titleOf?: (article: URL) => string | Promise<string>;
}

/** The size of the frame in CSS px, unless the consumer wants it smaller. */
const WIDTH = 720;
const HEIGHT = 600;

/** For how long consumers may keep an answer, in seconds. */
const CACHE_AGE = 86_400;

/** What a frame needs: to play after a press in the page around it, and to copy a link. */
const ALLOW = 'autoplay; clipboard-write';

/**
 * Creates an oEmbed provider: it answers requests for an article's address with the HTML of a frame that reads that article.
 *
 * @returns a fetch handler for any platform with `Request` and `Response`
 * @throws a TypeError if the settings are wrong
 * @see https://oembed.com/
 */
export function createOEmbed(settings: OEmbedSettings) {
  const { sources, providerName, titleOf } = settings;
  const embedUrl = httpUrl(settings.embedUrl);
  if (!embedUrl) throw new TypeError(`${settings.embedUrl} is not the address of embed.html`);
  const allowed = originsOf(sources).add(embedUrl.origin);

  const answer = async ({ method, url }: Request): Promise<Response> => {
    if (method !== 'GET') return errorResponse(405, 'Only GET', { Allow: 'GET' });
    const query = new URL(url).searchParams;
    const article = articleOf(query.get('url') ?? '', embedUrl);
    if (!article) return errorResponse(400, 'url must be the address of an article');
    if (!allowed.has(article.origin)) return errorResponse(404, 'No article of this provider');
    if ((query.get('format') ?? 'json') !== 'json') return errorResponse(501, 'Only JSON');
    const width = sizeOf(query.get('maxwidth'), WIDTH);
    const height = sizeOf(query.get('maxheight'), HEIGHT);
    if (!width || !height) return errorResponse(400, 'maxwidth and maxheight must be numbers');
    const title = (await titleOf?.(article)) ?? article.host + article.pathname;
    return Response.json({
      version: '1.0',
      type: 'rich',
      title,
      ...(providerName && { provider_name: providerName }),
      provider_url: embedUrl.origin,
      cache_age: CACHE_AGE,
      width,
      height,
      html: frameOf(embedUrl, article, { title, width, height }),
    });
  };

  return async (request: Request): Promise<Response> => {
    const response = await answer(request);
    // Editors of other sites ask from their pages. What they get is public.
    response.headers.set('Access-Control-Allow-Origin', '*');
    response.headers.set('X-Content-Type-Options', 'nosniff');
    return response;
  };
}

/** The address of an article, which may be given as that of its frame. */
function articleOf(address: string, embedUrl: URL): URL | null {
  const url = httpUrl(address);
  if (url?.origin !== embedUrl.origin || url.pathname !== embedUrl.pathname) return url;
  return httpUrl(url.searchParams.get('article') ?? '');
}

/** The lesser of two sizes in CSS px; 0 if the text is no size. */
function sizeOf(text: string | null, size: number): number {
  if (text === null) return size;
  return /^\d{1,6}$/.test(text) ? Math.min(Number(text), size) : 0;
}

function frameOf(
  embedUrl: URL,
  article: URL,
  { title, width, height }: { title: string; width: number; height: number },
): string {
  const src = new URL(embedUrl);
  src.search = String(new URLSearchParams({ article: article.href }));
  const attributes = {
    src: src.href,
    title,
    width: String(width),
    height: String(height),
    allow: ALLOW,
    loading: 'lazy',
    style: 'border: 0; max-width: 100%',
  };
  const list = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `<iframe ${list.join(' ')}></iframe>`;
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
  };
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
}
