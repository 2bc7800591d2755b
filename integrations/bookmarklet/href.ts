import { texts } from './texts.js';

/**
 * The address of the bookmarklet. It loads the player with `import()`, which works on pages with Trusted Types as well. Where a page's
 * policy forbids that, it says what helps.
 *
 * @param base the address of the folder with vorleser.js, bookmarklet.js and the page bookmarklet/
 */
export function bookmarkletHref(base: string | URL): string {
  const script = JSON.stringify(new URL('bookmarklet.js', base).href);
  const message = JSON.stringify(texts.blocked(new URL('bookmarklet/', base).href));
  const code = `void import(${script}).then(m=>m.show(),()=>alert(${message}))`;
  return `javascript:${encodeURIComponent(code)}`;
}
