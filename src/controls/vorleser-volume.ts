import { css, html, LitElement, nothing } from 'lit';
import { settings } from '../settings/settings.js';
import { LateController } from './shared/panel-controller.js';
import { fieldStyle } from './shared/field-style.js';

/**
 * Says how loud the player around it is, which is remembered. A native slider; whoever moves it wants to hear something.
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

  readonly #context = new LateController(this, ['volumechange']);

  override render() {
    const { more, messages, playback } = this.#context;
    if (!more) return nothing;
    const volume = playback && !playback.muted ? playback.volume : 0;
    return html`<input
      type="range"
      part="slider"
      min="0"
      max="1"
      step="0.05"
      aria-label=${more.volume}
      .ariaValueText=${messages.percent(volume)}
      .value=${String(volume)}
      @input=${this.#onInput}
      @change=${() => settings.choose({ volume: playback?.volume })}
    />`;
  }

  #onInput(event: Event): void {
    const { playback } = this.#context;
    if (!playback) return;
    playback.muted = false;
    playback.volume = (event.target as HTMLInputElement).valueAsNumber;
  }
}
