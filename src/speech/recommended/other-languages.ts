import type { RecommendedVoices } from './recommended-voices.js';

/** The recommendations for the interface's other languages. */
export const otherLanguages = new Map<string, RecommendedVoices>(
  Object.entries<RecommendedVoices>({
    en: {
      names:
        'Emma Ava Jenny Aria Michelle Ana Andrew Brian Guy Eric Steffan Christopher Roger Sonia Libby Maisie Ryan Thomas ' +
        'Natasha Hayley William Clara Heather Liam Neerja Prabhat Emily Connor Leah Luke Yan Sam Asilia Chilemba Molly Mitchell ' +
        'Ezinne Abeo Rosa James Luna Wayne Imani Elimu Zoe Allison Nicky Samantha Joelle Evan Nathan Tom Alex Aaron Kate ' +
        'Stephanie Serena Martha Jamie Oliver Daniel Arthur Matilda Karen Catherine Lee Gordon Aman Tara Isha Sangeeta Veena ' +
        'Rishi Moira Tessa Fiona Zira David Mark Hazel Susan George Richard Linda Heera Ravi Sean',
      google: {
        US: [
          ['tpc', 5, 'f'],
          ['iob', 1, 'f'],
          ['iog', 2, 'f'],
          ['tpf', 7, 'f'],
          ['iom', 4, 'm'],
          ['iol', 3, 'm'],
          ['tpd', 6, 'm'],
        ],
        GB: [
          ['gba', 2, 'f'],
          ['gbc', 4, 'f'],
          ['gbg', 6, 'f'],
          ['rjs', 1, 'm'],
          ['gbb', 3, 'm'],
          ['gbd', 5, 'm'],
        ],
        AU: [
          ['aua', 1, 'f'],
          ['auc', 3, 'f'],
          ['aub', 2, 'm'],
          ['aud', 4, 'm'],
        ],
      },
    },
    fr: {
      names:
        'Vivienne Denise Charline Ariane Eloise Remy Henri Gerard Fabrice Sylvie Antoine Jean Thierry Audrey Aurélie Marie ' +
        'Thomas Aude Chantal Amélie Nicolas Julie Hortence Paul Caroline Claude',
      google: {
        FR: [
          ['frc', 4, 'f'],
          ['fra', 2, 'f'],
          ['vlf', 1, 'f'],
          ['frd', 5, 'm'],
          ['frb', 3, 'm'],
        ],
      },
    },
    it: {
      names: 'Elsa Isabella Giuseppe Diego Federica Emma Alice Paola Luca Cosimo',
      google: {
        IT: [
          ['itb', 2, 'f'],
          ['kda', 1, 'f'],
          ['itc', 3, 'm'],
          ['itd', 4, 'm'],
        ],
      },
    },
  }),
);
