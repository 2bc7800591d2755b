/** What the bookmarklet says to its user. */
interface Texts {
  readonly lang: string;
  readonly name: string;
  readonly remove: string;
  /** @param address where the user script is explained */
  blocked(address: string): string;
}

const TEXTS: Readonly<Record<string, Texts>> = {
  de: {
    lang: 'de',
    name: 'Vorleser',
    remove: 'Vorleser entfernen',
    blocked: (address) =>
      `Diese Seite lässt den Vorleser nicht laden: Ihre Sicherheitsregeln verbieten Skripte von anderen Adressen, oder die Verbindung ist unterbrochen. Mit dem Benutzerskript funktioniert er auch hier: ${address}`,
  },
  en: {
    lang: 'en',
    name: 'Vorleser',
    remove: 'Remove Vorleser',
    blocked: (address) =>
      `This page does not let Vorleser load: its security rules forbid scripts from other addresses, or the connection is interrupted. The user script works here, too: ${address}`,
  },
  fr: {
    lang: 'fr',
    name: 'Vorleser',
    remove: 'Retirer Vorleser',
    blocked: (address) =>
      `Cette page empêche le chargement de Vorleser : ses règles de sécurité interdisent les scripts d’autres adresses, ou la connexion est interrompue. Le script utilisateur fonctionne ici aussi : ${address}`,
  },
  it: {
    lang: 'it',
    name: 'Vorleser',
    remove: 'Rimuovi Vorleser',
    blocked: (address) =>
      `Questa pagina non lascia caricare Vorleser: le sue regole di sicurezza vietano gli script di altri indirizzi, oppure la connessione è interrotta. Lo script utente funziona anche qui: ${address}`,
  },
};

const languages = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0] ?? '');

/** The texts in the first of the user's languages that there is, else in German. */
export const texts = TEXTS[languages.find((lang) => lang in TEXTS) ?? 'de'] as Texts;
