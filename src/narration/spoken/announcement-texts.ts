/** What announcements say. */
export interface AnnouncementTexts {
  readonly list: (items: number) => string;
  readonly quote: string;
  readonly endOfQuote: string;
  readonly table: (columns: number) => string;
  /** Comes before struck-out text. */
  readonly struckOut: string;
  readonly endOfStruckOut: string;
  /** Comes before the description of an image. */
  readonly image: string;
  /** Comes before the text of a heading. */
  readonly heading: string;
}

/** By language. They are spoken, never shown: numbers are left to the voice. */
const TEXTS: Readonly<Record<string, AnnouncementTexts>> = {
  de: {
    list: (items) => `Liste mit ${items === 1 ? 'einem Punkt' : `${items} Punkten`}`,
    quote: 'Zitat',
    endOfQuote: 'Ende des Zitats',
    table: (columns) => `Tabelle mit ${columns === 1 ? 'einer Spalte' : `${columns} Spalten`}`,
    struckOut: 'gestrichen',
    endOfStruckOut: 'Ende der Streichung',
    image: 'Bild',
    heading: 'Überschrift',
  },
  en: {
    list: (items) => `List with ${items === 1 ? 'one item' : `${items} items`}`,
    quote: 'Quote',
    endOfQuote: 'End of quote',
    table: (columns) => `Table with ${columns === 1 ? 'one column' : `${columns} columns`}`,
    struckOut: 'deleted',
    endOfStruckOut: 'end of deletion',
    image: 'Image',
    heading: 'Heading',
  },
  fr: {
    list: (items) => `Liste de ${items === 1 ? 'un élément' : `${items} éléments`}`,
    quote: 'Citation',
    endOfQuote: 'Fin de la citation',
    table: (columns) => `Tableau de ${columns === 1 ? 'une colonne' : `${columns} colonnes`}`,
    struckOut: 'supprimé',
    endOfStruckOut: 'fin de la suppression',
    image: 'Image',
    heading: 'Titre',
  },
  it: {
    list: (items) => `Elenco con ${items === 1 ? 'un elemento' : `${items} elementi`}`,
    quote: 'Citazione',
    endOfQuote: 'Fine della citazione',
    table: (columns) => `Tabella con ${columns === 1 ? 'una colonna' : `${columns} colonne`}`,
    struckOut: 'eliminato',
    endOfStruckOut: 'fine dell’eliminazione',
    image: 'Immagine',
    heading: 'Titolo',
  },
};

/** The texts in the language of what they announce, BCP 47; undefined for other languages, in which nothing is announced. */
export function announcementTexts(lang: string): AnnouncementTexts | undefined {
  const [language = ''] = lang.toLowerCase().split(/[-_]/);
  return Object.hasOwn(TEXTS, language) ? TEXTS[language] : undefined;
}
