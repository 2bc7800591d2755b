import { css } from 'lit';
import { IconButton } from './icon-button.js';

/** Base class of the icon buttons that a bar may show only while they are useful. */
export abstract class OccasionalButton extends IconButton {
  static override properties = { autohide: { type: Boolean } };

  static override styles = [
    IconButton.styles,
    css`
      /* That it is shown says enough. */
      @media not (forced-colors: active) {
        :host([autohide]) .offered:not(:hover) {
          border-width: 1px;
          background: transparent;
        }
      }
    `,
  ];

  /** Whether the button is hidden while it is of no use. One that has the focus stays until it loses it. */
  autohide = false;

  constructor() {
    super();
    this.addEventListener('focusout', () => this.requestUpdate());
  }

  protected override updated(): void {
    if (!this.autohide) return;
    const { messages, playback } = this.context;
    const { enabled, offered = enabled } = this.appearance(messages, playback);
    this.hidden = !offered && !this.matches(':focus-within');
  }
}
