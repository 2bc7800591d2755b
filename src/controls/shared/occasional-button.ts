import { IconButton } from './icon-button.js';

/** Base class of the icon buttons that a bar may show only while they are useful. */
export abstract class OccasionalButton extends IconButton {
  // Not a decorator: the bundler of the script puts Lit into a chunk of its own if a chunk imports `property`, as the entry does.
  static override properties = { autohide: { type: Boolean } };

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
