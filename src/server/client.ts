/** What a platform passes with a request: Deno `remoteAddr`, Bun its server with `requestIP()`, Cloudflare the environment. */
export interface RequestContext {
  readonly remoteAddr?: { readonly hostname?: string };
  requestIP?(request: Request): { readonly address: string } | null;
}

/** The longest name of a client that is no address, in UTF-16 code units. Names are kept, so their length must be bounded. */
const MAX_NAME = 64;

/** Prefixes of IPv6 addresses that contain an IPv4 address: IPv4-mapped (RFC 4291, 2.5.5.2) and translated ones (RFC 6052, 2.1). */
const WITH_IPV4 = ['0:0:0:0:0:ffff:', '64:ff9b:0:0:0:0:'];

/**
 * Names the client of a request, so that its requests can be counted: by its IPv4 address, or by the first 64 bits of its IPv6
 * address, since a connection usually has a whole network of that size to itself.
 *
 * @param header the header in which your own proxy passes the client's address. Of a list, the last entry counts, which that proxy
 *   has added; the others can be forged. Without it, no header counts.
 */
export function clientOf(request: Request, header?: string, context?: RequestContext): string {
  const named = header && request.headers.get(header)?.split(',').at(-1)?.trim();
  const address =
    named || (context?.remoteAddr?.hostname ?? context?.requestIP?.(request)?.address ?? '');
  return networkOf(address) ?? address.slice(0, MAX_NAME);
}

/** The IPv4 address or the IPv6 network of a textual address, which may have a port and a zone. */
function networkOf(address: string): string | undefined {
  const bare = address.replace(/%[^\]]*/, '');
  const url = `http://${/^[^[]*:.*:/.test(bare) ? `[${bare}]` : bare}`;
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (/^[\d.]+$/.test(host)) return host;
  if (!host.startsWith('[')) return undefined;
  const groups = groupsOf(host.slice(1, -1));
  const text = groups.map((group) => group.toString(16)).join(':');
  if (WITH_IPV4.some((prefix) => text.startsWith(prefix)))
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return `${text.split(':').slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address in the form in which URLs have it. */
function groupsOf(address: string): number[] {
  const [before = [], after = []] = address
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].map((group) => parseInt(group, 16));
}
