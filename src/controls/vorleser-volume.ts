import { css, html, LitElement, nothing } from 'lit';
import { settings } from '../settings/store.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { fieldStyle } from './shared/field-style.js';

/**
 * Sets the volume, which is stored and applies to all players of the page. A native slider. Moving it unmutes.
 *
 * @csspart slider - the native slider
 */
export class VorleserVolume extends LitElement {
  static override styles = [
    fieldStyle,
    css`
      :host {
        display: flex;
        flex: 1;
        min-inline-size: 5rem;
      }
      :host([hidden]) {
        display: none;
      }
    `,
  ];

  readonly #context = new PanelMessagesController(this, ['volumechange']);

  override render() {
    const { panel, messages, playback } = this.#context;
    if (!panel) return nothing;
    const volume = playback && !playback.muted ? playback.volume : 0;
    return html`<input
      type="range"
      part="slider"
      min="0"
      max="1"
      step="0.05"
      aria-label=${panel.volume}
      .ariaValueText=${messages.percent(volume)}
      .value=${String(volume)}
      @input=${this.#onInput}
    />`;
  }

  #onInput(event: Event): void {
    settings.choose({ volume: (event.target as HTMLInputElement).valueAsNumber, muted: false });
  }
}
