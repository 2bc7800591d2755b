import type { More } from '../more.js';

export const en: More = {
  startOver: 'Start over',
  forget: 'Forget my settings',
};
