import type { More } from '../more.js';

export const it: More = {
  startOver: 'Ricomincia dall’inizio',
  forget: 'Dimentica le mie impostazioni',

  miniBar: 'Lettura ad alta voce, in breve',
  toPlayer: 'Vai al lettore',
  hideMiniBar: 'Nascondi barra',
  listenFromHere: 'Ascolta da qui',
  copyLink: 'Copia il link a questa frase',
  linkCopied: 'Link copiato',
  linkToCopy: 'Link a questa frase',
};
