import type { RecommendedVoices } from './recommended-voices.js';

export const german: RecommendedVoices = {
  names:
    'Seraphina Amala Katja Florian Conrad Killian Ingrid Jonas Leni Jan Petra Anna Helena Markus Viktor Yannick Martin ' +
    'Hedda Stefan Michael Karsten',
  google: {
    DE: [
      ['dea', 2, 'f'],
      ['nfh', 1, 'f'],
      ['deb', 3, 'm'],
      ['deg', 4, 'm'],
    ],
  },
};
