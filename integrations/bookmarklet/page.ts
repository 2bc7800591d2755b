/**
 * The page to drag the bookmarklet from: shows it in the language of the visitor, and gives its link an address, which depends on where
 * the page lies.
 */
import { bookmarkletHref } from './href.js';
import { texts } from './texts.js';

document.documentElement.lang = texts.lang;
for (const main of document.querySelectorAll('main')) {
  main.hidden = main.lang !== texts.lang;
  if (!main.hidden) document.title = main.querySelector('h1')?.textContent ?? document.title;
}
for (const link of document.querySelectorAll<HTMLAnchorElement>('a.bookmarklet'))
  link.href = bookmarkletHref(new URL('../', location.href));
