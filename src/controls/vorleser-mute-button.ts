import type { Messages } from '../locales/messages.js';
import { isSilent, toggleSilence } from '../playback/silence.js';
import type { Playback } from '../playback/playback.js';
import { type Face, IconButton } from './shared/icon-button.js';
import { lateIcons } from './shared/late-icons.js';

/**
 * Silences the player around it without stopping it, and lets it be heard again. Its name says what it does.
 *
 * @csspart button - the native button
 */
export class VorleserMuteButton extends IconButton {
  protected override face({ mute, unmute }: Messages, playback?: Playback): Face {
    const silent = playback !== undefined && isSilent(playback);
    return {
      name: silent ? unmute : mute,
      icon: silent ? lateIcons.muted : lateIcons.loud,
      usable: playback !== undefined,
    };
  }

  protected override act(playback: Playback): void {
    toggleSilence(playback);
  }
}
