import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { type Face, IconButton } from './shared/icon-button.js';
import { icons } from './shared/icons.js';

/**
 * Ends the reading of the player around it and leaves the page as it was.
 *
 * @csspart button - the native button
 */
export class VorleserStopButton extends IconButton {
  protected override face({ stop }: Messages, playback?: Playback): Face {
    return { name: stop, icon: icons.stop, usable: (playback?.state ?? 'idle') !== 'idle' };
  }

  protected override act(playback: Playback): void {
    playback.stop();
  }
}
