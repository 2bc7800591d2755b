import { svg } from 'lit';
import type { Messages } from '../locales/messages.js';
import type { Playback } from '../playback/playback.js';
import { startOver } from '../playback/start-over.js';
import { type Appearance, IconButton } from './shared/icon-button.js';
import { directedIcon } from './shared/icon.js';

const startOverIcon = directedIcon(
  svg`<path d="M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8" /><path d="M3 3v5h5" />`,
);

/**
 * Reads from the beginning of the article, although an earlier visit ended further on. The way back is offered as after any seek.
 *
 * @csspart button - the native button
 */
export class VorleserStartOverButton extends IconButton {
  protected override appearance({ startOver: name }: Messages, playback?: Playback): Appearance {
    return { name, icon: startOverIcon, enabled: playback !== undefined };
  }

  protected override act(playback: Playback): void {
    // Play first: from the beginning, it would forget the sentence that one can go back to.
    void playback.play().catch(() => undefined);
    startOver(playback);
  }
}
