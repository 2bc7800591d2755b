/** What those parts of the interface say in German that are fetched when they are used. */
export const de = {
  lang: 'de',
  startOver: 'Von vorn beginnen',
  forget: 'Meine Einstellungen vergessen',
  voicesOf: {
    azure: 'Stimmen aus dem Internet',
    browser: 'Stimmen des Browsers',
    embedded: 'Mitgelieferte Stimme',
  } as Record<string, string>,
  female: 'weiblich',
  male: 'männlich',
  onDevice: 'auf diesem Gerät',
  fromInternet: 'aus dem Internet',
  sample: 'So klingt diese Stimme. Mit ihr können Sie den Artikel hören.',
};
