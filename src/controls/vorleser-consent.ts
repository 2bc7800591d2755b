import { css, html, LitElement, nothing } from 'lit';
import type { PanelMessages } from '../locales/panels/panel-messages.js';
import { afterPaint } from '../highlight/after-paint.js';
import { buttonStyle } from './shared/button-style.js';
import { exportParts } from './shared/export-parts.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { recipientName } from './shared/recipient-name.js';

/**
 * Asks the listener whether the article's text may be sent to the recipient of a voice. The question does not widen a player that
 * is as wide as its content.
 *
 * @csspart consent-text - the question
 * @csspart button - the native buttons; also consent-button
 */
export class VorleserConsent extends LitElement {
  static override properties = { announced: { state: true } };

  static override styles = [
    buttonStyle,
    css`
      :host {
        display: block;
        contain: inline-size;
      }
      p {
        margin: 0;
      }
      button {
        border-color: currentcolor;
        margin-block: 0.25rem;
        padding-inline: 0.9em;
      }
    `,
  ];

  /** A live region announces only what is put into it some time after it was added to the page. */
  private announced = false;

  readonly #context = new PanelMessagesController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, ['consent-text', 'button', 'consent-button']);
  }

  protected override firstUpdated(): void {
    afterPaint(() => (this.announced = true));
  }

  override render() {
    const recipient = this.#context.playback?.consent?.recipient;
    const { panel } = this.#context;
    if (!recipient) return nothing;
    const question =
      panel && this.announced ? panel.consentQuestion(recipientName(recipient, panel)) : '';
    return html`<p part="consent-text" role="status">${question}</p>
      ${panel ? this.#answers(panel) : nothing}`;
  }

  #answers({ allow, decline }: PanelMessages) {
    return html`<button
        part="button consent-button"
        type="button"
        @click=${() => this.#answer(true)}
      >
        ${allow}
      </button>
      <button part="button consent-button" type="button" @click=${() => this.#answer(false)}>
        ${decline}
      </button>`;
  }

  /** The buttons disappear: the focus moves to the play button, so that it is not lost. */
  #answer(allowed: boolean): void {
    const tree = this.getRootNode() as ShadowRoot;
    tree.querySelector('vorleser-play-button')?.shadowRoot?.querySelector('button')?.focus();
    this.#context.playback?.consent?.answer(allowed);
  }
}

if (!customElements.get('vorleser-consent'))
  customElements.define('vorleser-consent', VorleserConsent);
