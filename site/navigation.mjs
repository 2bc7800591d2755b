/**
 * The pages of the documentation site, by language and in order: a page is on the site because its file is in this list. Its title
 * is its first heading. A German page has the path of the English one, in docs/de/.
 *
 * @typedef {'en' | 'de'} Language
 * @type {Record<Language, { title: string, files: string[] }[]>}
 */
export const navigation = {
  en: [
    {
      title: 'Begin',
      files: ['docs/README.md', 'docs/start.md', 'docs/playground.md', 'docs/troubleshooting.md'],
    },
    {
      title: 'On your page',
      files: [
        'docs/embedding.md',
        'docs/styling.md',
        'docs/controls.md',
        'docs/publishers.md',
        'docs/voices.md',
        'docs/speech-server.md',
        'docs/recording.md',
        'docs/what-is-read.md',
        'docs/pronunciation.md',
        'docs/narration.md',
        'docs/narrate.md',
        'docs/recording-formats.md',
        'docs/scale.md',
        'docs/reference.md',
      ],
    },
    {
      title: 'Other ways in',
      files: [
        'docs/frameworks.md',
        'docs/wordpress.md',
        'docs/recipes.md',
        'docs/frame.md',
        'docs/bookmarklet.md',
      ],
    },
    {
      title: 'Before you decide',
      files: [
        'docs/accessibility.md',
        'docs/screen-readers.md',
        'docs/media-keys.md',
        'docs/security.md',
        'CHANGELOG.md',
      ],
    },
    { title: 'Change it', files: ['docs/architecture.md', 'CONTRIBUTING.md'] },
  ],
  de: [
    {
      title: 'Einbetten',
      files: [
        'docs/de/README.md',
        'docs/de/start.md',
        'docs/de/playground.md',
        'docs/de/embedding.md',
        'docs/de/troubleshooting.md',
      ],
    },
  ],
};

/** The language of a page, by its file. @returns {Language} */
export function languageOf(/** @type {string} */ file) {
  return file.startsWith('docs/de/') ? 'de' : 'en';
}

/** The file of the same page in the other language, whether there is one or not. */
export function counterpartOf(/** @type {string} */ file) {
  return languageOf(file) === 'de'
    ? file.replace('docs/de/', 'docs/')
    : file.replace('docs/', 'docs/de/');
}

/**
 * The path of a page on the site: `embedding.html` for `docs/embedding.md`, `index.html` for a `README.md`.
 *
 * @param {string} file
 */
export function pathOf(file) {
  const inDocs = file.startsWith('docs/') ? file.slice('docs/'.length) : file.toLowerCase();
  return inDocs.replace(/README\.md$/, 'index.md').replace(/\.md$/, '.html');
}
