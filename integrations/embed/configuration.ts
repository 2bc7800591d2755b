import { report } from '../../src/console/report.js';
import { originsOf } from '../../src/server/article-sources.js';

/** What the publisher allows, in the file embed.json beside embed.html. The frame's own origin is in each list. */
export interface Configuration {
  /** The origins of the articles that may be shown. */
  readonly sources: ReadonlySet<string>;
  /** The origins of their images, in addition to those. */
  readonly images: ReadonlySet<string>;
  /** The origins of the pages that may control the frame and learn how far it is. */
  readonly pages: ReadonlySet<string>;
  /** A CSS selector of the article in its page; empty to find it. */
  readonly article: string;
}

/** Loads the configuration. A list with a mistake in it allows nothing but the frame's own origin. */
export async function loadConfiguration(): Promise<Configuration> {
  const json = await loadJson(new URL('embed.json', location.href));
  const sources = listOf(json, 'sources');
  return {
    sources,
    images: new Set([...sources, ...listOf(json, 'images')]),
    pages: listOf(json, 'pages'),
    article: typeof json.article === 'string' ? json.article : '',
  };
}

async function loadJson(url: URL): Promise<Record<string, unknown>> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as Record<string, unknown>;
  } catch (error) {
    report(`${url.href} cannot be read, so that only articles of this origin are shown`, error);
    return {};
  }
}

function listOf(json: Record<string, unknown>, name: string): Set<string> {
  try {
    return originsOf(json[name]).add(location.origin);
  } catch (error) {
    report(`"${name}" in embed.json is ignored: ${(error as Error).message}`);
    return new Set([location.origin]);
  }
}

/**
 * Narrows the policy of the page to what the configuration allows: a page obeys all the policies that it has. The browser then
 * refuses what a mistake in this code would let through, and redirects to other origins.
 *
 * @see https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-content-security-policy
 */
export function enforce({ sources, images }: Configuration): void {
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = `connect-src 'self' blob: ${[...sources].join(' ')}; img-src ${[...images].join(' ')}`;
  document.head.append(policy);
}
