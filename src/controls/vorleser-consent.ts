import { css, html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators/state.js';
import { afterPaint } from './shared/after-paint.js';
import { buttonStyle } from './shared/button-style.js';
import { exportParts } from './shared/export-parts.js';
import { PlaybackController } from './shared/playback-context.js';

/**
 * Asks the listener, in a sentence, whether the article's text may be sent to a host whose voice would read it.
 *
 * @csspart consent-text - the question
 * @csspart button - the native buttons; also consent-button
 */
export class VorleserConsent extends LitElement {
  static override styles = [
    buttonStyle,
    css`
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

  /** A region must have been there for a moment before what is put into it is announced. */
  @state() private announced = false;

  readonly #context = new PlaybackController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, ['consent-text', 'button', 'consent-button']);
  }

  protected override firstUpdated(): void {
    afterPaint(() => (this.announced = true));
  }

  override render() {
    const recipient = this.#context.playback?.question;
    if (!recipient) return nothing;
    const { messages } = this.#context;
    return html`<p part="consent-text" role="status">
        ${this.announced ? messages.mayTell(recipient) : ''}
      </p>
      <button part="button consent-button" type="button" @click=${() => this.#answer(true)}>
        ${messages.allow}
      </button>
      <button part="button consent-button" type="button" @click=${() => this.#answer(false)}>
        ${messages.refuse}
      </button>`;
  }

  /** The buttons go away; whoever used them finds the focus on the play button, not at the top of the page. */
  #answer(allowed: boolean): void {
    const tree = this.getRootNode() as ShadowRoot;
    tree.querySelector('vorleser-play-button')?.shadowRoot?.querySelector('button')?.focus();
    this.#context.playback?.answer(allowed);
  }
}

if (!customElements.get('vorleser-consent'))
  customElements.define('vorleser-consent', VorleserConsent);
