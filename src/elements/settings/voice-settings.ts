import { html, type TemplateResult } from 'lit';
import type { More } from '../../locales/more/messages.js';
import { group } from './fields.js';

/** Who reads, and how loud. */
export function voiceSettings(more: More): TemplateResult {
  return group(
    more.voiceAndSound,
    html`<vorleser-voice-select></vorleser-voice-select>
      <div class="row">
        <span aria-hidden="true">${more.volume}</span>
        <span class="slider">
          <vorleser-mute-button></vorleser-mute-button>
          <vorleser-volume></vorleser-volume>
        </span>
      </div>`,
  );
}
