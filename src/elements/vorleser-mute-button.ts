import type { Messages } from '../locales/locales.js';
import type { Playback } from '../playback/playback.js';
import { type Face, IconButton } from './icon-button.js';
import { icons } from './icons.js';

/**
 * Silences the player around it without stopping it, and lets it be heard again. Its name says what it does.
 *
 * @csspart button - the native button
 */
export class VorleserMuteButton extends IconButton {
  protected override face({ mute, unmute }: Messages, playback?: Playback): Face {
    const silent = isSilent(playback);
    return {
      name: silent ? unmute : mute,
      icon: silent ? icons.muted : icons.loud,
      usable: playback !== undefined,
    };
  }

  /** Turned down to nothing, it is turned up again. */
  protected override act(playback: Playback): void {
    const silent = isSilent(playback);
    playback.muted = !silent;
    if (silent && playback.volume === 0) playback.volume = 1;
  }
}

function isSilent(playback: Playback | undefined): boolean {
  return playback !== undefined && (playback.muted || playback.volume === 0);
}
