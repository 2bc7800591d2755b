/**
 * What the site says around its pages.
 *
 * @type {Record<import('./navigation.mjs').Language, Record<string, string>>}
 */
export const texts = {
  en: {
    skip: 'Skip to content',
    home: 'Vorleser',
    search: 'Search',
    menu: 'Menu',
    documentation: 'Documentation',
    neighbours: 'Previous and next page',
    previous: 'Previous:',
    next: 'Next:',
    table: 'Table:',
    live: 'Live example:',
    searchTitle: 'Search',
    searchScript: 'The search needs JavaScript.',
    label: 'Text, or the HTML of a page',
    hint: 'Nothing leaves your browser. Scripts, styles, pictures and forms are left out.',
    language: 'Language of the text',
    listen: 'Listen',
    result: 'What you pasted',
    script: 'The playground needs JavaScript.',
    downloadPlayer: 'Download the player',
    downloadPlugin: 'Download the plugin',
  },
  de: {
    skip: 'Zum Inhalt',
    home: 'Vorleser',
    search: 'Suchen',
    menu: 'Menü',
    documentation: 'Dokumentation',
    neighbours: 'Vorige und nächste Seite',
    previous: 'Zurück:',
    next: 'Weiter:',
    table: 'Tabelle:',
    live: 'Zum Ausprobieren:',
    searchTitle: 'Suchen',
    searchScript: 'Die Suche braucht JavaScript.',
    label: 'Text oder HTML einer Seite',
    hint: 'Nichts verlässt Ihren Browser. Skripte, Stile, Bilder und Formulare werden weggelassen.',
    language: 'Sprache des Textes',
    listen: 'Anhören',
    result: 'Ihr Text',
    script: 'Zum Ausprobieren wird JavaScript gebraucht.',
    downloadPlayer: 'Player herunterladen',
    downloadPlugin: 'Plugin herunterladen',
  },
};

/** The languages that the playground offers for a text, each in its own name. */
export const textLanguages = { de: 'Deutsch', en: 'English', fr: 'Français', it: 'Italiano' };

export const languageNames = { de: 'Deutsch', en: 'English' };
