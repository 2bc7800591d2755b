/** What pages have on the site only: forms, which need a script and say so without it, and downloads. */
import { relativePath } from './html.mjs';
import { textLanguages, texts } from './texts.mjs';

/** @typedef {import('./navigation.mjs').Language} Language */

/** Where a visitor pastes a text and listens: site/client/playground.ts. */
export function playground(/** @type {Language} */ lang) {
  const text = texts[lang];
  const options = Object.entries(textLanguages).map(
    ([code, name]) => `<option value="${code}" lang="${code}">${name}</option>`,
  );
  return `<noscript><p>${text.script}</p></noscript>
<form class="playground">
<label for="source">${text.label}</label>
<textarea id="source" rows="10" required aria-describedby="hint" spellcheck="false"></textarea>
<p id="hint">${text.hint}</p>
<label for="language">${text.language}</label>
<div class="row"><select id="language">${options.join('')}</select><button>${text.listen}</button></div>
<p role="status"></p>
</form>
<section id="result" aria-label="${text.result}" hidden>
<vorleser-player></vorleser-player>
</section>
`;
}

/** Links to the archives of build/downloads.mjs, from a page. @returns {Record<string, string>} */
export function downloadLinks(/** @type {Language} */ lang, /** @type {string} */ here) {
  const link = (/** @type {string} */ name, /** @type {string | undefined} */ text) =>
    `<p><a href="${relativePath(here, `downloads/${name}`)}" download>${text}: ${name}</a></p>\n`;
  const { downloadPlayer, downloadPlugin } = texts[lang];
  return {
    'download/player': link('vorleser.zip', downloadPlayer),
    'download/wordpress': link('vorleser-wordpress.zip', downloadPlugin),
  };
}

/** What a search has found: site/client/search.ts. */
export function searchResults(/** @type {Language} */ lang) {
  const { searchTitle, searchScript } = texts[lang];
  return `<h1>${searchTitle}</h1>
<noscript><p>${searchScript}</p></noscript>
<p role="status"></p>
<ol class="results"></ol>
`;
}
