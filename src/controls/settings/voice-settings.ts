import { html, type TemplateResult } from 'lit';
import type { More } from '../../locales/panels/panel-messages.js';
import { group } from './fields.js';

/** Who reads, and how loud. */
export function voiceSettings(more: More): TemplateResult {
  return group(
    more.voiceAndSound,
    html`<vorleser-voice-select
        exportparts="select:panel-select, button:panel-button, report:panel-report"
      ></vorleser-voice-select>
      <div class="row" part="panel-field">
        <span part="panel-label" aria-hidden="true">${more.volume}</span>
        <span class="slider">
          <vorleser-mute-button exportparts="button:panel-button"></vorleser-mute-button>
          <vorleser-volume exportparts="slider:panel-slider"></vorleser-volume>
        </span>
      </div>`,
  );
}
