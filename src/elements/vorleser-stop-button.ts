import { html, LitElement } from 'lit';
import { de } from '../locales/de.js';
import { buttonStyle } from './button-style.js';
import { icons } from './icons.js';
import { PlaybackController } from './playback-context.js';

/**
 * Ends the reading of the player around it and leaves the page as it was.
 *
 * @csspart button - the native button
 */
export class VorleserStopButton extends LitElement {
  static override styles = buttonStyle;

  readonly #context = new PlaybackController(this);

  override render() {
    const idle = (this.#context.playback?.state ?? 'idle') === 'idle';
    return html`<button
      part="button"
      type="button"
      aria-label=${de.stop}
      title=${de.stop}
      aria-disabled=${idle ? 'true' : 'false'}
      @click=${() => this.#context.playback?.stop()}
    >
      ${icons.stop}
    </button>`;
  }
}
