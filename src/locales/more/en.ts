import type { More } from '../more.js';

export const en: More = {
  startOver: 'Start over',
  forget: 'Forget my settings',

  miniBar: 'Read aloud, in brief',
  toPlayer: 'Go to player',
  hideMiniBar: 'Hide bar',
  listenFromHere: 'Listen from here',
  copyLink: 'Copy link to this sentence',
  linkCopied: 'Link copied',
  linkToCopy: 'Link to this sentence',
};
