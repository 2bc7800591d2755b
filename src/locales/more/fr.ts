import type { More } from '../more.js';

export const fr: More = {
  lang: 'fr',
  startOver: 'Reprendre au début',
  forget: 'Oublier mes réglages',
  voicesOf: { azure: 'Voix en ligne', browser: 'Voix du navigateur', embedded: 'Voix intégrée' },
  female: 'voix de femme',
  male: 'voix d’homme',
  onDevice: 'sur cet appareil',
  fromInternet: 'en ligne',
  sample: 'Voici cette voix. Elle peut vous lire l’article.',
};
