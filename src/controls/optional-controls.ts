import { defineRowElements } from './row/row-elements.js';
import { defineElements } from './shared/define-elements.js';
import { VorleserMuteButton } from './vorleser-mute-button.js';
import { VorleserVolume } from './vorleser-volume.js';

const controls = {
  'vorleser-mute-button': VorleserMuteButton,
  'vorleser-volume': VorleserVolume,
};

/** Defines all controls that a player does not show before it is used: for the settings, the mini bar, or a page's own bar. */
export function defineOptionalControls(): void {
  defineRowElements();
  defineElements(controls);
}
