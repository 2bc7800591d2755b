/**
 * The markup of a long article: five sentences per paragraph and, if it is in parts like ours, a hundred paragraphs per part.
 *
 * @param {number} sentences
 * @param {{ parts: boolean, spans?: boolean, headings?: boolean }} options `spans` wraps every sentence in a span; `headings`
 *   adds a heading before every 200th sentence
 */
export function longArticle(sentences, { parts, spans = false, headings = false }) {
  let html = '';
  for (let at = 0; at < sentences; at++) {
    const text = `Das ist von vielen Sätzen dieses Artikels der Satz mit der Nummer ${at}.`;
    if (parts && at % 500 === 0) html += '<div class="part">';
    if (headings && at % 200 === 0) html += `<h2>Abschnitt ${at / 200}</h2>`;
    if (at % 5 === 0) html += '<p>';
    html += spans ? `<span>${text}</span> ` : `${text} `;
    if (at % 5 === 4) html += '</p>\n';
    if (parts && at % 500 === 499) html += '</div>';
  }
  return html;
}

/** Parts are styled as in article/page.css. */
export const PART_STYLE = '.part { isolation: isolate }';

/** The style that the README recommends for an article that cannot be split into parts. */
export const LAYER_STYLE = '.layers { position: relative } .layers > * { isolation: isolate }';
