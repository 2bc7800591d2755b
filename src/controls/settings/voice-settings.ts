import { html, type TemplateResult } from 'lit';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { group } from './fields.js';

/** The voice and the volume. */
export function voiceSettings(panel: PanelMessages): TemplateResult {
  return group(
    panel.voiceAndSound,
    html`<vorleser-voice-select
        exportparts="select:panel-select, button:panel-button, report:panel-report"
      ></vorleser-voice-select>
      <div class="row" part="panel-field">
        <span part="panel-label" aria-hidden="true">${panel.volume}</span>
        <span class="slider">
          <vorleser-mute-button exportparts="button:panel-button"></vorleser-mute-button>
          <vorleser-volume exportparts="slider:panel-slider"></vorleser-volume>
        </span>
      </div>`,
  );
}
