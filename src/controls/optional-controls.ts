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

/** Defines the controls that the default bar does without: for the settings, the bar at the edge of the screen, or a page's own bar. */
export function defineLateControls(): void {
  for (const [name, control] of Object.entries(controls)) {
    if (!customElements.get(name)) customElements.define(name, control);
  }
}
