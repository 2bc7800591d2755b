import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { Playback } from '../../playback/playback.js';
import type { Settings } from '../../settings/schema.js';
import { group } from './fields.js';
import { recipientSettings } from './recipient-settings.js';

/** The voice, who may receive text for it, the rate and the volume. */
export function voiceSettings(
  panel: PanelMessages,
  messages: Messages,
  settings: Settings,
  playback: Playback | undefined,
): TemplateResult {
  return group(
    panel.voiceAndSound,
    html`<vorleser-voice-select
        exportparts="select:panel-select, button:panel-button, report:panel-report"
      ></vorleser-voice-select>
      ${recipientSettings(panel, settings, playback?.availableVoices.voices ?? [])}
      <div class="row" part="panel-field">
        <span part="panel-label" aria-hidden="true">${messages.rate}</span>
        <vorleser-rate-select exportparts="select:panel-select"></vorleser-rate-select>
      </div>
      <div class="row" part="panel-field">
        <span part="panel-label" aria-hidden="true">${panel.volume}</span>
        <span class="slider">
          <vorleser-mute-button exportparts="button:panel-button"></vorleser-mute-button>
          <vorleser-volume exportparts="slider:panel-slider"></vorleser-volume>
        </span>
      </div>`,
  );
}
