import { html, LitElement, nothing } from 'lit';
import { settings } from '../playback/settings.js';
import { buttonStyle } from './button-style.js';
import { LateController } from './late-controller.js';

/**
 * What a listener may choose.
 *
 * @csspart button - the native buttons
 */
export class VorleserSettings extends LitElement {
  static override styles = buttonStyle;

  readonly #context = new LateController(this);

  override render() {
    const { more, playback } = this.#context;
    if (!more) return nothing;
    return html`<button part="button" type="button" @click=${() => playback?.startOver()}>
        ${more.startOver}
      </button>
      <button part="button" type="button" @click=${() => settings.forget()}>
        ${more.forget}
      </button>`;
  }
}

if (!customElements.get('vorleser-settings'))
  customElements.define('vorleser-settings', VorleserSettings);
