/** What those parts of the interface say in German that are fetched when they are used. */
export const de = {
  startOver: 'Von vorn beginnen',
  forget: 'Meine Einstellungen vergessen',
};
