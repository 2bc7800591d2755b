import { svg } from 'lit';
import { afterPaint } from '../highlight/after-paint.js';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { quotableExcerpt } from './shared/excerpt.js';
import type { Appearance } from './shared/icon-button.js';
import { directedIcon } from './shared/icon.js';
import { OccasionalButton } from './shared/occasional-button.js';

const undoIcon = directedIcon(
  svg`<path d="M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11" />`,
);

/**
 * Undoes the last seek of the player around it, until five sentences have been heard since.
 *
 * @csspart button - the native button
 */
export class VorleserBackButton extends OccasionalButton {
  protected override appearance({ undoSeek }: Messages, playback?: Playback): Appearance {
    const cue = playback?.cueBeforeSeek ?? null;
    return {
      name: undoSeek(quotableExcerpt(cue?.text ?? '')),
      icon: undoIcon,
      enabled: cue !== null,
    };
  }

  protected override act(playback: Playback): void {
    afterPaint(() => playback.undoSeek());
  }
}
