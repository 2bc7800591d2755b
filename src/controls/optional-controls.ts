import { VorleserLinkButton } from './vorleser-link-button.js';
import { VorleserMuteButton } from './vorleser-mute-button.js';
import { VorleserVoiceSelect } from './vorleser-voice-select.js';
import { VorleserVolume } from './vorleser-volume.js';

const controls = {
  'vorleser-link-button': VorleserLinkButton,
  'vorleser-mute-button': VorleserMuteButton,
  'vorleser-voice-select': VorleserVoiceSelect,
  'vorleser-volume': VorleserVolume,
};

/** Defines the controls that the default bar does not have: for the settings, the mini bar, or a page's own bar. */
export function defineOptionalControls(): void {
  for (const [name, control] of Object.entries(controls)) {
    if (!customElements.get(name)) customElements.define(name, control);
  }
}
