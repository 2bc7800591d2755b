import { svg } from 'lit';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { type Appearance, IconButton } from './shared/icon-button.js';
import { icon } from './shared/icon.js';

export const stopIcon = icon(svg`<path fill="currentColor" d="M6 6h12v12H6z" />`);

/**
 * Ends the reading of the player around it and leaves the page as it was.
 *
 * @csspart button - the native button
 */
export class VorleserStopButton extends IconButton {
  protected override appearance({ stop }: Messages, playback?: Playback): Appearance {
    return { name: stop, icon: stopIcon, enabled: (playback?.state ?? 'idle') !== 'idle' };
  }

  protected override act(playback: Playback): void {
    playback.stop();
  }
}
