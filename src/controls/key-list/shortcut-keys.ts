import type { More } from '../../locales/panels/panel-messages.js';

/** What single keys do. */
export type Command = keyof More['shortcuts'];

/**
 * The keys of each command, as `KeyboardEvent.key` names them. Letters are those of YouTube's player, which most people know:
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
