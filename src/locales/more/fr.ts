import type { More } from '../more.js';

export const fr: More = {
  startOver: 'Reprendre au début',
  forget: 'Oublier mes réglages',
};
