import { css, html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { loadModule } from '../console/load-module.js';
import { afterPaint } from '../highlight/after-paint.js';
import { buttonStyle } from './shared/button-style.js';
import { icon } from './shared/icon.js';
import { PlaybackController } from './shared/playback-context.js';

const settingsIcon = icon(
  svg`<path d="M21 4h-7M10 4H3M21 12h-9M8 12H3M21 20h-5M12 20H3M14 2v4M8 10v4M16 18v4" />`,
);

/**
 * Shows and hides the settings, right after itself. They are loaded when they are first shown. Escape hides them and moves the
 * focus back to the button.
 *
 * @fires toggle - the settings are shown or hidden, see `open`
 * @csspart button - the native button
 * @csspart label - its name, visible where there is room
 * @csspart panel - the settings
 */
export class VorleserSettingsButton extends LitElement {
  static override properties = {
    open: { type: Boolean, reflect: true },
    failed: { state: true },
  };

  /** The settings get a line of their own in the bar. */
  static override styles = [
    buttonStyle,
    css`
      :host {
        display: contents;
      }
      [part='label'] {
        display: none;
      }
      vorleser-settings,
      p {
        flex-basis: 100%;
        grid-area: 4 / 1 / auto / span 5;
      }
      /* While they are loaded. */
      vorleser-settings:not(:defined)::before {
        content: '…' / '';
      }
    `,
  ];

  /** Whether the settings are shown. */
  open = false;

  private failed = false;

  readonly #context = new PlaybackController(this);

  override render() {
    const { settings, settingsFailed } = this.#context.messages;
    return html`<button
        part="button"
        type="button"
        aria-label=${settings}
        title=${settings}
        aria-expanded=${this.open}
        @click=${this.#toggle}
        @keydown=${this.#onKeyDown}
      >
        ${settingsIcon}<span part="label">${settings}</span>
      </button>
      ${
        this.open
          ? html`<vorleser-settings part="panel" @keydown=${this.#onKeyDown}></vorleser-settings>`
          : nothing
      }
      ${this.failed ? html`<p role="alert">${settingsFailed}</p>` : nothing}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.get('open') !== undefined) this.dispatchEvent(new Event('toggle'));
    if (changed.has('open') && this.open) void this.#load();
  }

  /** The press is answered before the page is laid out again. */
  #toggle(): void {
    afterPaint(() => {
      this.open = !this.open;
      this.failed = false;
    });
  }

  /** Where the settings do not load, the next press tries again. */
  async #load(): Promise<void> {
    try {
      const { loadPanelMessages } = await loadModule(
        import('./settings/vorleser-settings.js'),
        'loadPanelMessages',
      );
      await loadPanelMessages(this.#context.messages.lang);
    } catch {
      this.failed = true;
      this.open = false;
    }
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
    event.preventDefault();
    this.open = false;
    // The page may have followed the voice since.
    this.renderRoot.querySelector('button')?.focus({ preventScroll: true });
  }
}
