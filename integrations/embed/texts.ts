/** What the frame says to the listener. */
interface Texts {
  readonly loading: string;
  readonly noAddress: string;
  denied(host: string): string;
  readonly unreachable: string;
  readonly noArticle: string;
  source(host: string): string;
}

const TEXTS: Readonly<Record<string, Texts>> = {
  de: {
    loading: 'Der Artikel wird geladen …',
    noAddress: 'Hier fehlt die Adresse eines Artikels.',
    denied: (host) => `Artikel von ${host} dürfen hier nicht gezeigt werden.`,
    unreachable: 'Der Artikel lässt sich gerade nicht laden.',
    noArticle: 'Unter dieser Adresse wurde kein Artikel gefunden.',
    source: (host) => `Zum Artikel bei ${host}`,
  },
  en: {
    loading: 'Loading the article …',
    noAddress: 'The address of an article is missing here.',
    denied: (host) => `Articles from ${host} may not be shown here.`,
    unreachable: 'The article cannot be loaded at the moment.',
    noArticle: 'No article was found at this address.',
    source: (host) => `Read the article at ${host}`,
  },
  fr: {
    loading: 'Chargement de l’article…',
    noAddress: 'L’adresse d’un article manque ici.',
    denied: (host) => `Les articles de ${host} ne peuvent pas être affichés ici.`,
    unreachable: 'L’article ne peut pas être chargé pour le moment.',
    noArticle: 'Aucun article n’a été trouvé à cette adresse.',
    source: (host) => `Voir l’article sur ${host}`,
  },
  it: {
    loading: 'Caricamento dell’articolo…',
    noAddress: 'Qui manca l’indirizzo di un articolo.',
    denied: (host) => `Gli articoli di ${host} non possono essere mostrati qui.`,
    unreachable: 'Al momento non è possibile caricare l’articolo.',
    noArticle: 'A questo indirizzo non è stato trovato alcun articolo.',
    source: (host) => `Vai all’articolo su ${host}`,
  },
};

const languages = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');

/** The language of the frame's own texts: the first of the listener's that it has, else German. */
export const language = languages.find((lang) => lang in TEXTS) ?? 'de';

export const texts = TEXTS[language] as Texts;
