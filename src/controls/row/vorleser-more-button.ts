import { html, LitElement, nothing, svg } from 'lit';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { settings } from '../../settings/store.js';
import { afterPaint } from '../shared/after-paint.js';
import { buttonStyle } from '../shared/button-style.js';
import { ChangeController } from '../shared/change-controller.js';
import { exportParts } from '../shared/export-parts.js';
import { icon } from '../shared/icon.js';
import { overlayStyle } from '../shared/overlay-style.js';
import { PanelMessagesController } from '../shared/panel-messages-controller.js';
import { positionNear } from '../shared/position-near.js';
import { showOverlay } from '../shared/show-overlay.js';
import { moreStyle } from './more-style.js';
import {
  CONTROL_NAMES,
  type ControlName,
  nameOfControl,
  renderControl,
  ROW_PARTS,
} from './row-controls.js';

const moreIcon = icon(svg`<path stroke-width="4.75" d="M5 12h.01M12 12h.01M19 12h.01" />`);
const pinIcon = icon(
  svg`<path d="M12 17v5" /><path d="M9 10.8a2 2 0 0 1-1.1 1.8L6 13.5V17h12v-3.5l-1.9-.9a2 2 0 0 1-1.1-1.8V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z" />`,
);

/**
 * Shows and hides the controls that the row of the player around it does not hold: below the button, or as a sheet at the lower
 * edge of a narrow screen. Each can be pinned to the row. Escape closes it, as does a press elsewhere or moving the focus on.
 *
 * @csspart button - the native buttons
 * @csspart more-button - the button that shows the controls
 * @csspart more-panel - the controls
 * @csspart pin-button - the buttons that pin a control to the row
 */
export class VorleserMoreButton extends LitElement {
  static override properties = {
    row: { attribute: false },
    open: { state: true },
    shown: { state: true },
  };

  static override styles = [buttonStyle, overlayStyle, moreStyle];

  /** The names of the controls that the row holds, besides those that the listener has pinned. */
  row: readonly string[] = [];

  private open = false;
  /** Follows `open` after a frame: the press is answered before the controls are made. */
  private shown = false;

  readonly #context = new PanelMessagesController(this);
  #whileOpen: AbortController | null = null;
  readonly #resizing = new ResizeObserver(() => this.#position());

  private get button(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>('button')!;
  }

  private get panel(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.overlay');
  }

  constructor() {
    super();
    new ChangeController(this, settings);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, ROW_PARTS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  override render() {
    const { panel, messages } = this.#context;
    return html`<button
        part="button more-button"
        type="button"
        aria-label=${messages.more}
        title=${messages.more}
        aria-expanded=${this.open}
        @click=${() => (this.open ? this.#close() : this.#show())}
      >
        ${moreIcon}
      </button>
      ${this.shown && panel ? this.#renderPanel(panel) : nothing}`;
  }

  #renderPanel(panel: PanelMessages) {
    const { messages } = this.#context;
    const names = CONTROL_NAMES.filter((name) => !this.row.includes(name));
    return html`<div
      class="overlay"
      part="more-panel"
      popover="manual"
      role="group"
      aria-label=${messages.more}
      @keydown=${this.#onKeyDown}
    >
      ${names.map(
        (name) =>
          html`<div class="item">
            ${renderControl(name)}${this.#pin(name, nameOfControl(name, { ...panel, ...messages }))}
          </div>`,
      )}
      <vorleser-recording></vorleser-recording>
    </div>`;
  }

  #pin(name: ControlName, label: string) {
    const { pinned } = settings.current;
    const isPinned = pinned.includes(name);
    const toggled = isPinned ? pinned.filter((other) => other !== name) : [...pinned, name];
    const title = this.#context.panel?.pin(label);
    return html`<button
      class="pin"
      part="button pin-button"
      type="button"
      aria-label=${title}
      title=${title}
      aria-pressed=${isPinned}
      @click=${() => settings.choose({ pinned: toggled })}
    >
      ${pinIcon}
    </button>`;
  }

  protected override updated(): void {
    if (this.panel && showOverlay(this.panel)) this.#resizing.observe(this.panel);
  }

  #show(): void {
    this.open = true;
    afterPaint(() => (this.shown = this.open));
    this.#whileOpen = new AbortController();
    const options = { capture: true, passive: true, signal: this.#whileOpen.signal };
    addEventListener('pointerdown', (event) => this.#onPressAt(event), options);
    addEventListener('focusin', (event) => this.#onPressAt(event), options);
    for (const type of ['resize', 'scroll'])
      addEventListener(type, () => this.#position(), options);
  }

  #close(): void {
    this.open = this.shown = false;
    this.#whileOpen?.abort();
    this.#resizing.disconnect();
  }

  /** A press elsewhere, or moving the focus there, closes the panel. */
  #onPressAt(event: Event): void {
    if (!event.composedPath().includes(this)) this.#close();
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
    this.button.focus();
  }

  /** Below the button; the style sheet makes it a sheet where that has no effect. */
  #position(): void {
    if (!this.panel) return;
    const { top, bottom, right } = this.button.getBoundingClientRect();
    const { width } = this.panel.getBoundingClientRect();
    positionNear(this.panel, { top, bottom, x: right - width / 2 }, 4);
  }
}
