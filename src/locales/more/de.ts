/** What those parts of the interface say in German that are fetched when they are used. */
export const de = {
  startOver: 'Von vorn beginnen',
  forget: 'Meine Einstellungen vergessen',

  miniBar: 'Vorlesen, kurz',
  toPlayer: 'Zum Player',
  hideMiniBar: 'Leiste ausblenden',
  listenFromHere: 'Ab hier anhören',
  copyLink: 'Link zu diesem Satz kopieren',
  linkCopied: 'Link kopiert',
  linkToCopy: 'Link zu diesem Satz',
};
