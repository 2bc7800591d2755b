/** An address as a URL of this site; null if it is another origin's, or none. May be relative to the document. */
export function siteUrl(address: string): URL | null {
  try {
    const url = new URL(address, document.baseURI);
    return url.origin === location.origin && url.protocol === location.protocol ? url : null;
  } catch {
    return null;
  }
}
