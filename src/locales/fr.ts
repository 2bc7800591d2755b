import type { Messages } from './messages.js';

export const fr: Messages = {
  lang: 'fr',
  player: 'Lecture à voix haute',
  skip: 'Passer le lecteur',
  play: 'Écouter l’article',
  pause: 'Pause',
  resume: 'Reprendre l’écoute',
  startOver: 'Reprendre au début',
  readByComputer: 'Voix de synthèse',
  more: 'Plus',
  stop: 'Arrêter la lecture',
  previousSentence: 'Phrase précédente',
  nextSentence: 'Phrase suivante',
  previousParagraph: 'Paragraphe précédent',
  nextParagraph: 'Paragraphe suivant',
  previousHeading: 'Titre précédent',
  nextHeading: 'Titre suivant',
  undoSeek: (sentence) => (sentence ? `Revenir à : ${quote(sentence)}` : 'Annuler le dernier saut'),
  showCurrentSentence: 'Aller à la phrase en cours',
  rate: 'Vitesse',
  times: (rate) => `${rate}×`,
  mute: 'Couper le son',
  unmute: 'Rétablir le son',
  soundIsOff: 'Le son est coupé',
  settings: 'Réglages',
  timeline: 'Position dans l’article',
  position: (paragraph, paragraphs) => `Paragraphe ${paragraph} sur ${paragraphs}`,
  remaining: (time) => `encore ${time}`,
  about: (time) => `environ ${time}`,
  elapsed: (time) => `${time} d’écoute`,
  resumesFrom: (sentence) => `Reprise à : ${quote(sentence)}`,
  loadingVoice: 'Chargement de la voix…',
  percent: (share) => `${Math.round(share * 100)}\u00a0%`,
  silent: 'L’article ne peut pas être lu : aucune voix n’a pu être chargée. Veuillez réessayer.',
  noVoice:
    'L’article ne peut pas être lu : aucune voix n’est installée pour sa langue sur cet appareil.',
  filesMissing:
    'L’article ne peut pas être lu : des éléments du lecteur sont introuvables. Veuillez recharger la page.',
  notAllowed: 'L’article ne peut pas être lu : cette page ne l’autorise pas.',
  settingsFailed: 'Les réglages ne peuvent pas être chargés pour le moment. Veuillez réessayer.',
  blocked:
    'Le navigateur a bloqué le son. Veuillez appuyer encore une fois sur « Écouter l’article ».',
  empty: 'Il n’y a aucun texte à lire ici.',
  gone: 'L’article n’est plus sur la page. La lecture est terminée.',

  paused: 'En pause',
  ended: 'Fin de l’article',
};

function quote(sentence: string): string {
  return `« ${sentence} »`;
}
