/** The page to drag the bookmarklet from: gives its link an address, which depends on where the page lies. */
import { bookmarkletHref } from './href.js';

for (const link of document.querySelectorAll<HTMLAnchorElement>('a.bookmarklet'))
  link.href = bookmarkletHref(new URL('../', location.href));
