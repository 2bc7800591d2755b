import type { More } from '../more.js';

export const it: More = {
  lang: 'it',
  startOver: 'Ricomincia dall’inizio',
  forget: 'Dimentica le mie impostazioni',
  voicesOf: { azure: 'Voci da Internet', browser: 'Voci del browser', embedded: 'Voce integrata' },
  female: 'femminile',
  male: 'maschile',
  onDevice: 'su questo dispositivo',
  fromInternet: 'da Internet',
  sample: 'Questa voce suona così. Può leggerti l’articolo.',
};
