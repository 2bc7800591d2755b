/**
 * The origins of a list, such as `["https://zeitung.example"]`.
 *
 * @throws a TypeError that names the entry which is no origin, so that a slip allows nothing unnoticed
 */
export function originsOf(list: unknown = []): Set<string> {
  if (!Array.isArray(list)) throw new TypeError(`${JSON.stringify(list)} is not a list of origins`);
  return new Set(list.map(originOf));
}

function originOf(entry: unknown): string {
  const url = typeof entry === 'string' ? httpUrl(entry) : null;
  if (!url || url.href !== `${url.origin}/`)
    throw new TypeError(
      `${JSON.stringify(entry)} is not an origin, such as https://zeitung.example`,
    );
  return url.origin;
}

/** An absolute address of a page; null for others, such as `javascript:…`, and for addresses with a password. */
export function httpUrl(address: string, base?: string | URL): URL | null {
  if (!URL.canParse(address, base)) return null;
  const url = new URL(address, base);
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
}
