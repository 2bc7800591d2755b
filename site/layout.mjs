/** What is around the text of every page: head, header, navigation, footer. */
import { escapeHtml, relativePath } from './html.mjs';
import { languageNames, texts } from './texts.mjs';

/** @typedef {import('./navigation.mjs').Language} Language */

/**
 * A page of the site in its navigation.
 *
 * @typedef {object} Entry
 * @property {string} path
 * @property {string} title
 * @property {{ anchor: string, text: string }[]} parts its headings of the second level
 */

/** @typedef {{ title: string, lang: Language, entries: Entry[] }} Group */

/**
 * @typedef {object} PageParts
 * @property {string} path
 * @property {Language} lang
 * @property {string} title
 * @property {string} description
 * @property {string} content
 * @property {Group[]} groups the navigation
 * @property {string | null} translation the path of the same page in the other language
 * @property {(path: string) => string} asset the address of a script or style sheet of the site, seen from this page
 * @property {string} [policy] the Content-Security-Policy of the page
 * @property {string[]} scripts those of this page, besides `site.ts`
 * @property {boolean} player whether the page loads the player
 */

export function renderLayout(/** @type {PageParts} */ parts) {
  const { lang, title, content } = parts;
  const text = texts[lang];
  const nav = navigation(parts);
  return `<!doctype html>
<html lang="${lang}">
<head>
${head(parts)}
</head>
<body>
<a class="skip-link" href="#content">${text.skip}</a>
<header class="site-header">
<a class="home" href="${relativePath(parts.path, lang === 'de' ? 'de/index.html' : 'index.html')}">${text.home}</a>
${languageLink(parts)}
${search(parts)}
<details class="menu"><summary>${text.menu}</summary><nav aria-label="${text.documentation}">${nav}</nav></details>
</header>
<nav class="sidebar" aria-label="${text.documentation}">${nav}</nav>
<main id="content" tabindex="-1" data-title="${escapeHtml(title)}">
${content}
${neighbours(parts)}
</main>
</body>
</html>
`;
}

function head(/** @type {PageParts} */ parts) {
  const { title, description, asset, scripts, policy, translation, lang } = parts;
  const other = lang === 'de' ? 'en' : 'de';
  return [
    '<meta charset="utf-8">',
    // A policy that asks for Trusted Types would stop Vite's own script in development.
    policy ? `<meta http-equiv="Content-Security-Policy" content="${policy}">` : '',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(title === 'Vorleser' ? title : `${title} – Vorleser`)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    '<meta name="color-scheme" content="light dark">',
    `<link rel="icon" href="${relativePath(parts.path, 'icon.svg')}" type="image/svg+xml">`,
    translation
      ? `<link rel="alternate" hreflang="${other}" href="${relativePath(parts.path, translation)}">`
      : '',
    `<link rel="stylesheet" href="${asset('style.css')}">`,
    parts.player
      ? `<script type="module" src="${relativePath(parts.path, 'vorleser.js')}"></script>`
      : '',
    ...['site.ts', ...scripts].map(
      (name) => `<script type="module" src="${asset(name)}"></script>`,
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

function search(/** @type {PageParts} */ { path, lang }) {
  const target = relativePath(path, lang === 'de' ? 'de/search.html' : 'search.html');
  const { search } = texts[lang];
  return `<form role="search" action="${target}">
<input type="search" name="q" aria-label="${search}" autocomplete="off" required><button>${search}</button>
</form>`;
}

function languageLink(/** @type {PageParts} */ { path, lang, translation }) {
  if (!translation) return '';
  const other = lang === 'de' ? 'en' : 'de';
  const href = relativePath(path, translation);
  return `<a class="language" lang="${other}" hreflang="${other}" href="${href}">${languageNames[other]}</a>`;
}

/** The list of all pages, with the parts of this one. */
function navigation(/** @type {PageParts} */ { path, lang, groups }) {
  return groups
    .map((group) => {
      const foreign = group.lang === lang ? '' : ` lang="${group.lang}"`;
      const items = group.entries.map((entry) => item(entry, path));
      return `<div${foreign}><p class="group">${escapeHtml(group.title)}</p><ul>${items.join('')}</ul></div>`;
    })
    .join('\n');
}

function item(/** @type {Entry} */ entry, /** @type {string} */ path) {
  const { title, parts } = entry;
  const isHere = entry.path === path;
  const here = isHere ? ' aria-current="page"' : '';
  const list =
    isHere && parts.length > 1
      ? `<ul>${parts.map(({ anchor, text }) => `<li><a href="#${anchor}">${escapeHtml(text)}</a></li>`).join('')}</ul>`
      : '';
  return `<li><a href="${relativePath(path, entry.path)}"${here}>${escapeHtml(title)}</a>${list}</li>`;
}

/** Links to the page before and the page after this one. */
function neighbours(/** @type {PageParts} */ { path, lang, groups }) {
  const entries = groups.filter((group) => group.lang === lang).flatMap((group) => group.entries);
  const index = entries.findIndex((entry) => entry.path === path);
  if (index < 0) return '';
  const text = texts[lang];
  const link = (/** @type {Entry | undefined} */ entry, /** @type {string} */ which) =>
    entry
      ? `<a class="${which}" href="${relativePath(path, entry.path)}"><span>${text[which]}</span> ${escapeHtml(entry.title)}</a>`
      : '';
  return `<nav class="neighbours" aria-label="${text.neighbours}">
${link(entries[index - 1], 'previous')}
${link(entries[index + 1], 'next')}
</nav>`;
}
