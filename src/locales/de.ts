import type { Language } from './language.js';

/** The texts of the default bar in German, from which the others are translated. */
export const de = {
  lang: 'de' as Language,
  player: 'Vorlesen',
  skip: 'Vorlesen überspringen',
  play: 'Artikel anhören',
  pause: 'Pause',
  resume: 'Weiter anhören',
  startOver: 'Von vorn beginnen',
  readByComputer: 'Computerstimme',
  more: 'Mehr',
  stop: 'Vorlesen beenden',
  previousSentence: 'Vorheriger Satz',
  nextSentence: 'Nächster Satz',
  previousParagraph: 'Vorheriger Absatz',
  nextParagraph: 'Nächster Absatz',
  previousHeading: 'Vorherige Überschrift',
  nextHeading: 'Nächste Überschrift',
  undoSeek: (sentence: string) =>
    sentence ? `Zurück zu: ${quote(sentence)}` : 'Letzten Sprung zurücknehmen',
  showCurrentSentence: 'Zur Lesestelle',
  rate: 'Geschwindigkeit',
  times: (rate: string) => `${rate}×`,
  mute: 'Ton ausschalten',
  unmute: 'Ton einschalten',
  soundIsOff: 'Der Ton ist aus',
  settings: 'Einstellungen',
  timeline: 'Stelle im Artikel',
  position: (paragraph: string, paragraphs: string) => `Absatz ${paragraph} von ${paragraphs}`,
  remaining: (time: string) => `noch ${time}`,
  about: (time: string) => `etwa ${time}`,
  elapsed: (time: string) => `${time} gehört`,
  resumesFrom: (sentence: string) => `Weiter ab: ${quote(sentence)}`,
  loadingVoice: 'Stimme wird geladen …',
  percent: (share: number) => `${Math.round(share * 100)}\u00a0%`,
  silent:
    'Der Artikel kann nicht vorgelesen werden: Es lässt sich keine Stimme laden. Bitte versuchen Sie es noch einmal.',
  noVoice:
    'Der Artikel kann nicht vorgelesen werden: Auf diesem Gerät ist keine Stimme für seine Sprache installiert.',
  filesMissing:
    'Der Artikel kann nicht vorgelesen werden: Teile des Players fehlen. Bitte laden Sie die Seite neu.',
  notAllowed: 'Der Artikel kann nicht vorgelesen werden: Diese Seite lässt es nicht zu.',
  settingsFailed:
    'Die Einstellungen lassen sich gerade nicht laden. Bitte versuchen Sie es noch einmal.',
  blocked:
    'Der Browser hat den Ton verhindert. Bitte drücken Sie noch einmal auf „Artikel anhören“.',
  empty: 'Hier gibt es keinen Text zum Vorlesen.',
  gone: 'Der Artikel ist nicht mehr auf der Seite. Das Vorlesen wurde beendet.',

  paused: 'Angehalten',
  ended: 'Ende des Artikels',
};

function quote(sentence: string): string {
  return `„${sentence}“`;
}
