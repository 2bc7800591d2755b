import type { More } from '../more.js';

export const fr: More = {
  startOver: 'Reprendre au début',
  forget: 'Oublier mes réglages',

  miniBar: 'Lecture à voix haute, en bref',
  toPlayer: 'Aller au lecteur',
  hideMiniBar: 'Masquer la barre',
  listenFromHere: 'Écouter à partir d’ici',
  copyLink: 'Copier le lien vers cette phrase',
  linkCopied: 'Lien copié',
  linkToCopy: 'Lien vers cette phrase',
};
