import { svg } from 'lit';
import { afterPaint } from '../highlight/after-paint.js';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import type { Unit } from '../narration/index.js';
import { type Appearance, IconButton } from './shared/icon-button.js';
import { directedIcon } from './shared/icon.js';

const NAMES = {
  previous: {
    sentence: 'previousSentence',
    paragraph: 'previousParagraph',
    heading: 'previousHeading',
  },
  next: { sentence: 'nextSentence', paragraph: 'nextParagraph', heading: 'nextHeading' },
} as const;

const ICONS = {
  previousSentence: directedIcon(svg`<path d="m15 18-6-6 6-6" />`),
  nextSentence: directedIcon(svg`<path d="m9 18 6-6-6-6" />`),
  previousParagraph: directedIcon(svg`<path d="m11 17-5-5 5-5M18 17l-5-5 5-5" />`),
  nextParagraph: directedIcon(svg`<path d="m6 17 5-5-5-5M13 17l5-5-5-5" />`),
  previousHeading: directedIcon(svg`<path d="m17 18-6-6 6-6M7 6v12" />`),
  nextHeading: directedIcon(svg`<path d="m7 18 6-6-6-6M17 6v12" />`),
};

/**
 * Seeks to the next or previous sentence, paragraph or heading in the player around it.
 *
 * @csspart button - the native button
 */
export class VorleserSkipButton extends IconButton {
  static override properties = { direction: {}, unit: {} };

  /** The direction of the seek. */
  direction: 'previous' | 'next' = 'next';
  /** The unit of the seek. */
  unit: Unit = 'sentence';

  protected override appearance(messages: Messages, playback?: Playback): Appearance {
    const name = NAMES[this.direction][this.unit];
    const state = playback?.state ?? 'idle';
    return {
      name: messages[name],
      icon: ICONS[name],
      enabled: state !== 'idle' && state !== 'failed',
    };
  }

  protected override act(playback: Playback): void {
    afterPaint(() => playback[this.direction](this.unit));
  }
}
