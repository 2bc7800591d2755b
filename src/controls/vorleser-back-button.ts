import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { excerpt } from './shared/excerpt.js';
import { type Face, IconButton } from './shared/icon-button.js';
import { icons } from './shared/icons.js';

/**
 * Takes the last jump of the player around it back, as long as that was a moment ago.
 *
 * @csspart button - the native button
 */
export class VorleserBackButton extends IconButton {
  protected override face({ goBack }: Messages, playback?: Playback): Face {
    const cue = playback?.leftCue ?? null;
    return { name: goBack(excerpt(cue?.text ?? '')), icon: icons.goBack, usable: cue !== null };
  }

  protected override act(playback: Playback): void {
    playback.goBack();
  }
}
