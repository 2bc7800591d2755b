import { languageOf, pathOf } from './navigation.mjs';
import { plainText } from './source.mjs';

/**
 * The part of a page below one of its headings, as the search finds it.
 *
 * @typedef {object} SearchEntry
 * @property {string} path of the page, with the heading's anchor
 * @property {import('./navigation.mjs').Language} lang
 * @property {string} page the title of the page
 * @property {string} title the heading
 * @property {string} text
 */

/** @returns {SearchEntry[]} */
export function searchEntriesOf(/** @type {import('./source.mjs').Page} */ page) {
  const { file, headings, tokens } = page;
  /** @type {SearchEntry[]} */
  const entries = [];
  for (const token of tokens) {
    const heading = headings.find((each) => each.token === token);
    if (heading)
      entries.push({
        path: heading.depth === 1 ? pathOf(file) : `${pathOf(file)}#${heading.anchor}`,
        lang: languageOf(file),
        page: headings[0]?.text ?? '',
        title: heading.text,
        text: '',
      });
    const entry = entries.at(-1);
    if (entry && !heading) entry.text += ` ${textOf(token)}`;
  }
  return entries.map((entry) => ({ ...entry, text: entry.text.replaceAll(/\s+/g, ' ').trim() }));
}

/** The text of a block as people read it. */
function textOf(/** @type {import('marked').Token} */ token) {
  if (token.type === 'html') return '';
  if (token.type === 'code') return token.text;
  return plainText(token.raw)
    .replaceAll(/^\|?[\s|:-]+$/gm, '')
    .replaceAll(/^\s*[-*>]\s|\|/gm, ' ');
}
