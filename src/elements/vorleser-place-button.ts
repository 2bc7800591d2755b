import type { Messages } from '../locales/locales.js';
import type { Playback } from '../playback/playback.js';
import { type Face, IconButton } from './icon-button.js';
import { icons } from './icons.js';

/**
 * Shows the sentence that is read by the player around it, for whoever has scrolled away from it.
 *
 * @csspart button - the native button
 */
export class VorleserPlaceButton extends IconButton {
  protected override face({ showPlace }: Messages, playback?: Playback): Face {
    return { name: showPlace, icon: icons.showPlace, usable: playback?.activeCue != null };
  }

  protected override act(playback: Playback): void {
    playback.showPlace();
  }
}
