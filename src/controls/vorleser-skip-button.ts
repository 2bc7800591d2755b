import { property } from 'lit/decorators/property.js';
import type { Messages } from '../locales/messages.js';
import type { Unit } from '../playback/seek-target.js';
import type { Playback } from '../playback/playback.js';
import { type Face, IconButton } from './shared/icon-button.js';
import { icons } from './shared/icons.js';

const NAMES = {
  previous: {
    sentence: 'previousSentence',
    paragraph: 'previousParagraph',
    heading: 'previousHeading',
  },
  next: { sentence: 'nextSentence', paragraph: 'nextParagraph', heading: 'nextHeading' },
} as const;

/**
 * Jumps to the next or previous sentence, paragraph or heading of the player around it.
 *
 * @csspart button - the native button
 */
export class VorleserSkipButton extends IconButton {
  @property() direction: 'previous' | 'next' = 'next';
  @property() unit: Unit = 'sentence';

  protected override face(messages: Messages, playback?: Playback): Face {
    const name = NAMES[this.direction][this.unit];
    const state = playback?.state ?? 'idle';
    return {
      name: messages[name],
      icon: icons[name],
      usable: state !== 'idle' && state !== 'failed',
    };
  }

  protected override act(playback: Playback): void {
    playback[this.direction](this.unit);
  }
}
