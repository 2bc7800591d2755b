import { css, html, LitElement, nothing } from 'lit';
import { query } from 'lit/decorators/query.js';
import { state } from 'lit/decorators/state.js';
import { afterPaint } from './shared/after-paint.js';
import { buttonStyle } from './shared/button-style.js';
import { icons } from './shared/icons.js';
import { PlaybackController } from './shared/playback-context.js';

/**
 * Shows and hides the settings of the player around it, right behind itself; their code is fetched when they are first shown.
 * Escape hides them, and the focus is on the button again.
 *
 * @csspart button - the native button
 * @csspart panel - the settings
 */
export class VorleserSettingsButton extends LitElement {
  static override styles = [
    buttonStyle,
    css`
      /* The settings take a line of their own in the bar. */
      :host {
        display: contents;
      }
      vorleser-settings {
        flex-basis: 100%;
        grid-column: 1 / -1;
        justify-self: stretch;
      }
    `,
  ];

  @query('button') private readonly button!: HTMLButtonElement;
  @state() private open = false;
  /** Follows `open` by a frame: the press is answered before the page is laid out anew. */
  @state() private shown = false;

  readonly #context = new PlaybackController(this);

  override render() {
    const { settings } = this.#context.messages;
    return html`<button
        part="button"
        type="button"
        aria-label=${settings}
        title=${settings}
        aria-expanded=${this.open}
        @click=${this.#toggle}
      >
        ${icons.settings}
      </button>
      ${
        this.shown
          ? html`<vorleser-settings part="panel" @keydown=${this.#onKeyDown}></vorleser-settings>`
          : nothing
      }`;
  }

  #toggle(): void {
    this.open = !this.open;
    if (this.open) void import('./settings/vorleser-settings.js');
    afterPaint(() => (this.shown = this.open));
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.shown = this.open = false;
    this.button.focus();
  }
}
