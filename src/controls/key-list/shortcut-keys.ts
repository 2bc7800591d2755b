import type { PanelMessages } from '../../locales/panels/panel-messages.js';

/** The actions of single keys. */
export type Command = keyof PanelMessages['shortcuts'];

/**
 * The keys of each command, as in `KeyboardEvent.key`. The letters are those of YouTube's player, which most people know:
 * https://support.google.com/youtube/answer/7631406
 */
export const KEYS: Readonly<Record<Command, readonly string[]>> = {
  playOrPause: [' ', 'k'],
  previousSentence: ['ArrowLeft'],
  nextSentence: ['ArrowRight'],
  previousParagraph: ['ArrowUp'],
  nextParagraph: ['ArrowDown'],
  back: ['j'],
  forward: ['l'],
  beginning: ['Home'],
  end: ['End'],
  slower: [','],
  faster: ['.'],
  mute: ['m'],
  list: ['?'],
};
