import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { isReading } from '../playback/state.js';
import { type Face, IconButton } from './shared/icon-button.js';
import { icons } from './shared/icons.js';

/**
 * Shows the sentence that is read by the player around it, and stands out as long as the reader has scrolled away from it.
 *
 * @csspart button - the native button
 */
export class VorleserPlaceButton extends IconButton {
  protected override face({ showPlace }: Messages, playback?: Playback): Face {
    const state = playback?.state ?? 'idle';
    return {
      name: showPlace,
      icon: icons.showPlace,
      usable: isReading(state) || state === 'paused',
      offered: playback?.away,
    };
  }

  protected override act(playback: Playback): void {
    playback.showPlace();
  }
}
