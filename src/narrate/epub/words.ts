/** The words that a book adds to an article, in its language. */
export interface Words {
  readonly readBy: string;
  readonly computerVoice: string;
  readonly licence: string;
  readonly source: string;
  /** What the book offers to people who need it: for catalogues. */
  readonly accessibility: string;
}

const ENGLISH: Words = {
  readBy: 'Read by',
  computerVoice: 'Computer voice:',
  licence: 'Licence:',
  source: 'Source:',
  accessibility: 'The text is read aloud, and the sentence being heard is highlighted.',
};

const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  de: {
    readBy: 'Gelesen von',
    computerVoice: 'Computerstimme:',
    licence: 'Lizenz:',
    source: 'Quelle:',
    accessibility: 'Der Text wird vorgelesen, und der gelesene Satz wird hervorgehoben.',
  },
  fr: {
    readBy: 'Lu par',
    computerVoice: 'Voix de synthèse :',
    licence: 'Licence :',
    source: 'Source :',
    accessibility: 'Le texte est lu à haute voix, et la phrase lue est mise en évidence.',
  },
  it: {
    readBy: 'Letto da',
    computerVoice: 'Voce sintetica:',
    licence: 'Licenza:',
    source: 'Fonte:',
    accessibility: 'Il testo viene letto ad alta voce e la frase letta viene evidenziata.',
  },
};

/** The words in a language, BCP 47; English ones for those that are not known. */
export function wordsIn(lang: string): Words {
  return WORDS[lang.split('-')[0] ?? ''] ?? ENGLISH;
}
