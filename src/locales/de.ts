/** What the interface says, in German. */
export const de = {
  lang: 'de',
  player: 'Vorlesen',
  play: 'Artikel anhören',
  pause: 'Pause',
  resume: 'Weiter anhören',
  stop: 'Vorlesen beenden',
  previousSentence: 'Vorheriger Satz',
  nextSentence: 'Nächster Satz',
  previousParagraph: 'Vorheriger Absatz',
  nextParagraph: 'Nächster Absatz',
  previousHeading: 'Vorherige Überschrift',
  nextHeading: 'Nächste Überschrift',
  length: (minutes: number) => (minutes <= 1 ? 'etwa 1 Minute' : `etwa ${minutes} Minuten`),
  loadingVoice: 'Stimme wird geladen …',
  percent: (share: number) => `${Math.round(share * 100)} %`,
  engines: {
    azure: 'die Stimme aus dem Internet',
    browser: 'die Stimme des Browsers',
    embedded: 'die mitgelieferte Stimme',
  } as Record<string, string>,
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
  takeover: (from: string, to: string) =>
    `${from.charAt(0).toUpperCase()}${from.slice(1)} spricht nicht. Ab hier liest ${to}.`,
  highestRate: (rate: number) => `Diese Stimme liest höchstens ${times(rate)}.`,
  lowestRate: (rate: number) => `Diese Stimme liest mindestens ${times(rate)}.`,
  mayTell: (host: string) =>
    `Diese Stimme kommt aus dem Internet. Dafür wird der Text des Artikels an ${host} gesendet.`,
  allow: 'Einverstanden',
  refuse: 'Mit einer anderen Stimme lesen',
  silent:
    'Der Artikel kann nicht vorgelesen werden: Es lässt sich keine Stimme laden. Bitte versuchen Sie es noch einmal.',
  blocked:
    'Der Browser hat den Ton verhindert. Bitte drücken Sie noch einmal auf „Artikel anhören“.',
  empty: 'Hier gibt es keinen Text zum Vorlesen.',
  gone: 'Der Artikel ist nicht mehr auf der Seite. Das Vorlesen wurde beendet.',
};

function times(rate: number): string {
  return `${rate.toLocaleString('de', { maximumFractionDigits: 2 })}-fach`;
}
