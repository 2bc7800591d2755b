/** The controls that the default bar does without: defined when the settings are shown, or when a page has one in its own bar. */
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

for (const [name, control] of Object.entries(controls)) {
  if (!customElements.get(name)) customElements.define(name, control);
}
