import { svg } from 'lit';
import { afterPaint } from '../highlight/after-paint.js';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { isReading } from '../playback/state.js';
import type { Appearance } from './shared/icon-button.js';
import { icon } from './shared/icon.js';
import { OccasionalButton } from './shared/occasional-button.js';

const targetIcon = icon(
  svg`<path d="M2 12h3M19 12h3M12 2v3M12 19v3" /><circle cx="12" cy="12" r="7" />`,
);

/**
 * Scrolls to the sentence that the player around it reads. Stands out while the reader has scrolled away from it.
 *
 * @csspart button - the native button
 */
export class VorleserPlaceButton extends OccasionalButton {
  protected override appearance(
    { showCurrentSentence }: Messages,
    playback?: Playback,
  ): Appearance {
    const state = playback?.state ?? 'idle';
    return {
      name: showCurrentSentence,
      icon: targetIcon,
      enabled: isReading(state) || state === 'paused',
      offered: playback?.scrolledAway,
    };
  }

  protected override act(playback: Playback): void {
    afterPaint(() => playback.reveal());
  }
}
