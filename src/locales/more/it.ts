import type { More } from '../more.js';

export const it: More = {
  startOver: 'Ricomincia dall’inizio',
  forget: 'Dimentica le mie impostazioni',
};
