import { svg } from 'lit';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { isSilent, toggledSilence } from '../playback/silence.js';
import { settings } from '../settings/store.js';
import { type Appearance, IconButton } from './shared/icon-button.js';
import { icon } from './shared/icon.js';

const speaker =
  'M11 4.7a.7.7 0 0 0-1.2-.5L6.4 7.6a1.4 1.4 0 0 1-1 .4H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.4a1.4 1.4 0 0 1 1 .4l3.4 3.4a.7.7 0 0 0 1.2-.5z';
const loudIcon = icon(
  svg`<path d=${speaker} /><path d="M16 9a5 5 0 0 1 0 6" /><path d="M19.4 18.4a9 9 0 0 0 0-12.8" />`,
);
const mutedIcon = icon(svg`<path d=${speaker} /><path d="m22 9-6 6M16 9l6 6" />`);

/**
 * Silences the player around it without pausing it, and makes it audible again. Its name says what a press does.
 *
 * @csspart button - the native button
 */
export class VorleserMuteButton extends IconButton {
  protected override appearance({ mute, unmute }: Messages, playback?: Playback): Appearance {
    const silent = playback !== undefined && isSilent(playback);
    return {
      name: silent ? unmute : mute,
      icon: silent ? mutedIcon : loudIcon,
      enabled: playback !== undefined,
    };
  }

  protected override act(playback: Playback): void {
    settings.choose(toggledSilence(playback));
  }
}
