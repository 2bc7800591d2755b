/** The readers that are compared, as one script that runs in a page. */
import { Readability } from '@mozilla/readability';
import { createNarration } from '../../src/narration/index.ts';
import { readUpTo } from '../../src/page/line-ends.ts';
import { mainTextOf } from '../../src/page/main-text.ts';

/** How long the main text of the page takes to be found, in milliseconds. */
function findText() {
  const start = performance.now();
  mainTextOf(document);
  return performance.now() - start;
}

/** What each of the readers takes for the text of the page. */
async function readPage() {
  document.body.getBoundingClientRect();
  const milliseconds = findText();
  const found = mainTextOf(document);
  let ours = '';
  if (found.root) {
    const narration = createNarration(found.root, { leaveOut: found.leaveOut, readUpTo });
    await narration.cutAll();
    ours = narration.cues.map(({ text }) => text).join('\n');
    narration.dispose();
  }
  const copy = /** @type {Document} */ (document.cloneNode(true));
  const article = new Readability(copy).parse();
  const content = separated(article?.content ?? '');
  const texts = {
    vorleser: ours,
    readability: content,
    // The collections have no headlines in their right texts, but who listens wants to hear them.
    'readability with title': `${article?.title ?? ''} ${content}`,
    innerText: document.body.innerText,
  };
  return { texts, milliseconds, lang: document.documentElement.lang };
}

/** The text of HTML, with a space after each block, where `textContent` has none. */
function separated(/** @type {string} */ html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const block of body.querySelectorAll(
    'p, div, li, td, th, br, section, h1, h2, h3, h4, h5, h6',
  ))
    block.after(' ');
  return body.textContent;
}

Object.assign(globalThis, { findText, readPage });
