import type { More } from '../more.js';

export const en: More = {
  lang: 'en',
  startOver: 'Start over',
  forget: 'Forget my settings',
  voicesOf: {
    azure: 'Voices from the internet',
    browser: 'Voices of the browser',
    embedded: 'Built-in voice',
  },
  female: 'female',
  male: 'male',
  onDevice: 'on this device',
  fromInternet: 'from the internet',
  sample: 'This is how this voice sounds. You can listen to the article with it.',
};
