import type { Messages } from './messages.js';

export const en: Messages = {
  lang: 'en',
  player: 'Read aloud',
  skip: 'Skip the player',
  play: 'Listen to article',
  pause: 'Pause',
  resume: 'Continue listening',
  startOver: 'Start over',
  readByComputer: 'Computer voice',
  more: 'More',
  stop: 'Stop reading aloud',
  previousSentence: 'Previous sentence',
  nextSentence: 'Next sentence',
  previousParagraph: 'Previous paragraph',
  nextParagraph: 'Next paragraph',
  previousHeading: 'Previous heading',
  nextHeading: 'Next heading',
  undoSeek: (sentence) => (sentence ? `Back to: ${quote(sentence)}` : 'Undo the last jump'),
  showCurrentSentence: 'Go to the sentence being read',
  rate: 'Speed',
  times: (rate) => `${rate}×`,
  mute: 'Mute',
  unmute: 'Unmute',
  soundIsOff: 'The sound is off',
  settings: 'Settings',
  timeline: 'Position in the article',
  position: (paragraph, paragraphs) => `Paragraph ${paragraph} of ${paragraphs}`,
  remaining: (time) => `${time} left`,
  about: (time) => `about ${time}`,
  elapsed: (time) => `${time} heard`,
  resumesFrom: (sentence) => `Continues at: ${quote(sentence)}`,
  loadingVoice: 'Loading the voice …',
  percent: (share) => `${Math.round(share * 100)}%`,
  silent: 'The article cannot be read aloud: no voice could be loaded. Please try again.',
  noVoice: 'The article cannot be read aloud: this device has no voice installed for its language.',
  filesMissing:
    'The article cannot be read aloud: parts of the player are missing. Please reload the page.',
  notAllowed: 'The article cannot be read aloud: this page does not allow it.',
  settingsFailed: 'The settings cannot be loaded right now. Please try again.',
  blocked: 'The browser has blocked the sound. Please press “Listen to article” once more.',
  empty: 'There is no text to read aloud here.',
  gone: 'The article is no longer on the page. Reading has ended.',

  paused: 'Paused',
  ended: 'End of the article',
};

function quote(sentence: string): string {
  return `“${sentence}”`;
}
