/** All files of the documentation site that are made of Markdown: its pages, the frames in them, and the index of its search. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { livePageOf, liveScriptOf } from './examples.mjs';
import { escapeHtml, relativePath } from './html.mjs';
import { renderLayout } from './layout.mjs';
import { isLive, renderPage } from './markdown.mjs';
import { counterpartOf, languageOf, navigation, pathOf } from './navigation.mjs';
import { searchEntriesOf } from './search-index.mjs';
import { examplesOf, plainText, readPage } from './source.mjs';
import { texts } from './texts.mjs';
import { downloadLinks, playground, searchResults } from './widgets.mjs';

const ROOT = path.join(import.meta.dirname, '..');

/** Forbids whatever the pages do not need: scripts of pasted HTML above all. */
const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'",
  "media-src blob:; frame-src 'self'; form-action 'self'; base-uri 'none'",
  "require-trusted-types-for 'script'; trusted-types lit-html vorleser vorleser-playground",
].join('; ');

/**
 * @typedef {object} SiteOptions
 * @property {(name: string, from: string) => string} asset the address of a file in site/client/, seen from a page
 * @property {boolean} strict whether pages have a Content-Security-Policy
 */

/**
 * Makes the site of the files as they are now.
 *
 * @param {SiteOptions} options
 * @returns {{ files: Map<string, string>, pictures: Set<string> }} the content of each file by its path on the site, and the
 *   pictures, which have the same path as in docs/
 */
export function makeSite({ asset, strict }) {
  /** @type {Map<string, string>} */
  const files = new Map();
  /** @type {Set<string>} */
  const pictures = new Set();
  const pages = Object.values(navigation).flatMap((groups) =>
    groups.flatMap((group) => group.files.map(readPage)),
  );
  const known = new Set(pages.map(({ file }) => file));
  const groups = groupsOf(pages);

  /** @param {Pick<import('./layout.mjs').PageParts, 'path' | 'lang' | 'title' | 'description' | 'content' | 'translation' | 'scripts' | 'player'>} parts */
  const add = (parts) => {
    const { path, lang } = parts;
    files.set(
      path,
      renderLayout({
        ...parts,
        groups: groupsFor(lang, groups),
        asset: (name) => asset(name, path),
        ...(strict && { policy: POLICY }),
      }),
    );
  };

  for (const page of pages) {
    const { file } = page;
    const lang = languageOf(file);
    const here = pathOf(file);
    const translation = counterpartOf(file);
    const hasPlayground = /<!-- playground -->/.test(page.tokens.map(({ raw }) => raw).join(''));
    const content = renderPage(page, {
      texts: texts[lang] ?? {},
      widgets: { playground: playground(lang), ...downloadLinks(lang, here) },
      linkTo: (link) => linkTo(link, page.file, known),
      pictureAt: (picture) => {
        pictures.add(picture);
        return relativePath(here, picture.replace(/^docs\//, ''));
      },
      frameOf: (example) => frameOf(example, here, lang),
    });
    add({
      path: here,
      lang,
      title: titleOf(page),
      description: descriptionOf(page),
      content,
      translation: file !== translation && known.has(translation) ? pathOf(translation) : null,
      scripts: hasPlayground ? ['playground.ts'] : [],
      player: hasPlayground,
    });
    for (const example of page.sections.flatMap(examplesOf).filter(isLive)) {
      const framePath = examplePath(example);
      const root = relativePath(framePath, '');
      const styleSheet = asset('example.css', framePath);
      const scriptPath = framePath.replace(/html$/, 'js');
      const script = path.posix.basename(scriptPath);
      files.set(framePath, livePageOf(example, { root, styleSheet, script }));
      if (liveScriptOf(example)) files.set(scriptPath, liveScriptOf(example));
    }
  }
  for (const lang of /** @type {const} */ (['en', 'de'])) {
    const title = texts[lang].searchTitle ?? '';
    add({
      path: lang === 'de' ? 'de/search.html' : 'search.html',
      lang,
      title,
      description: title,
      content: searchResults(lang),
      translation: lang === 'de' ? 'search.html' : 'de/search.html',
      scripts: ['search.ts'],
      player: false,
    });
  }
  files.set('search-index.json', JSON.stringify(pages.flatMap(searchEntriesOf)));
  files.set('custom-elements.json', readFileSync(path.join(ROOT, 'custom-elements.json'), 'utf8'));
  return { files, pictures };
}

/** @returns {import('./layout.mjs').Group[]} */
function groupsOf(/** @type {import('./source.mjs').Page[]} */ pages) {
  const languages = /** @type {import('./navigation.mjs').Language[]} */ (Object.keys(navigation));
  return languages.flatMap((lang) =>
    navigation[lang].map((group) => ({
      title: group.title,
      lang,
      entries: group.files.map((file) => {
        const page = pages.find((each) => each.file === file);
        if (!page) throw new Error(`there is no ${file}`);
        return { path: pathOf(file), title: titleOf(page), parts: partsOf(page) };
      }),
    })),
  );
}

/** The groups of a language; a German page also has what is there in English only. */
function groupsFor(
  /** @type {import('./navigation.mjs').Language} */ lang,
  /** @type {import('./layout.mjs').Group[]} */ groups,
) {
  const own = groups.filter((group) => group.lang === lang);
  if (lang === 'en') return own;
  const translated = new Set(own.flatMap(({ entries }) => entries.map(({ path }) => path)));
  const others = groups
    .filter((group) => group.lang !== lang)
    .map((group) => ({
      ...group,
      entries: group.entries.filter(({ path }) => !translated.has(`${lang}/${path}`)),
    }));
  return [...own, ...others.filter(({ entries }) => entries.length > 0)];
}

function titleOf(/** @type {import('./source.mjs').Page} */ { file, headings }) {
  const [first] = headings;
  if (first?.depth !== 1) throw new Error(`${file} does not begin with a heading of level 1`);
  return first.text;
}

function partsOf(/** @type {import('./source.mjs').Page} */ { headings }) {
  return headings.filter(({ depth }) => depth === 2);
}

/** The first paragraph, for search engines. */
function descriptionOf(/** @type {import('./source.mjs').Page} */ { tokens }) {
  const first = tokens.find(({ type }) => type === 'paragraph');
  return first && 'text' in first ? plainText(first.text).replaceAll(/\s+/g, ' ') : '';
}

/**
 * Where a link in a Markdown file leads on the site. Files of the repository that are no pages of it have an address only if
 * package.json names the repository.
 *
 * @param {string} link
 * @param {string} from the file
 * @param {ReadonlySet<string>} known the files that are pages
 */
function linkTo(link, from, known) {
  if (/^(?:https?:|#)/.test(link)) return link;
  const [target = '', anchor] = link.split('#');
  const file = path.posix.join(path.posix.dirname(from), target);
  const fragment = anchor ? `#${anchor}` : '';
  const here = pathOf(from);
  if (file === 'README.md') return relativePath(here, `index.html${fragment}`);
  if (known.has(file)) return relativePath(here, pathOf(file) + fragment);
  if (file === 'custom-elements.json') return relativePath(here, file);
  // The page of another origin is not deployed with the site.
  if (file.startsWith('public/') && !file.startsWith('public/gast/'))
    return relativePath(here, file.slice('public/'.length));
  if (!existsSync(path.join(ROOT, file))) throw new Error(`${from} links to ${link}`);
  const repository = repositoryAddress();
  return repository && `${repository}/blob/main/${file}${fragment}`;
}

/** @returns {string | null} */
function repositoryAddress() {
  const { repository } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const url = /** @type {string | undefined} */ (repository?.url ?? repository);
  return url?.replace(/^git\+/, '').replace(/\.git$/, '') ?? null;
}

/** `examples/embedding-the-tag-2.html` for the second example of `docs/embedding.md#the-tag`. */
function examplePath(/** @type {import('./source.mjs').Section} */ { name }) {
  const slug = name
    .replace(/^docs\//, '')
    .replace('.md', '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return `examples/${slug.replace(/-$/, '')}.html`;
}

/**
 * @param {import('./source.mjs').Section} example
 * @param {string} here the path of the page
 * @param {import('./navigation.mjs').Language} lang
 */
function frameOf(example, here, lang) {
  // Its number, if it is not the only one of its section.
  const [number = ''] = / \(\d+\)$/.exec(example.name) ?? [];
  const title = escapeHtml(`${texts[lang].live} ${example.title}${number}`);
  return `<figure class="live"><figcaption>${title}</figcaption>
<iframe src="${relativePath(here, examplePath(example))}" title="${title}" loading="lazy"></iframe></figure>
`;
}
