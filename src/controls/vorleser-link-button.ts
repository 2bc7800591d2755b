import { css, html, LitElement, nothing, svg } from 'lit';
import type { Cue } from '../narration/index.js';
import { isReading } from '../playback/state.js';
import { buttonStyle } from './shared/button-style.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { icon } from './shared/icon.js';
import { overlayStyle } from './shared/overlay-style.js';
import { positionNear } from './shared/position-near.js';
import { showOverlay } from './shared/show-overlay.js';
import { linkTo } from '../page/sentence-link.js';
import { visuallyHidden } from './shared/visually-hidden.js';

const linkIcon = icon(
  svg`<path d="M10 13a5 5 0 0 0 7.5.5l3-3a5 5 0 0 0-7-7l-1.8 1.7" /><path d="M14 11a5 5 0 0 0-7.5-.5l-3 3a5 5 0 0 0 7 7l1.8-1.7" />`,
);
const doneIcon = icon(svg`<path d="M20 6 9 17l-5-5" />`);

/** How long the message that a link was copied is shown, in milliseconds. */
const MESSAGE_TIME = 3000;

/**
 * Copies a link that opens this page at the sentence which the player around it reads. Where the browser refuses access to the
 * clipboard, the link is shown to be copied by hand. Nothing is announced while the voice speaks: the name of the button
 * changes instead.
 *
 * @csspart button - the native button
 * @csspart label - its name, visible where there is room
 * @csspart popup - the message that the link was copied, or the link itself
 * @csspart field - the native field with a link to be copied by hand
 */
export class VorleserLinkButton extends LitElement {
  static override properties = { copied: { state: true }, refused: { state: true } };

  static override styles = [
    buttonStyle,
    overlayStyle,
    visuallyHidden,
    css`
      [part='label'] {
        display: none;
      }
      .overlay {
        padding: 0.5em 0.75em;
      }
      input {
        box-sizing: border-box;
        display: block;
        inline-size: min(30em, 80vw);
        min-block-size: var(--vorleser-size, max(44px, 2.5em));
        border-radius: var(--vorleser-radius, 4px);
        color: inherit;
        background: inherit;
        font: inherit;
      }
      input:focus-visible {
        outline: 3px solid var(--vorleser-focus-color, currentcolor);
      }
    `,
  ];

  private copied = false;
  /** The link that could not be copied. */
  private refused: string | null = null;

  readonly #context = new PanelMessagesController(this);
  #cue: Cue | null = null;
  #messageTimer = 0;
  readonly #onResize = () => this.#position();

  private get button(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>('button')!;
  }

  private get overlay(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.overlay');
  }

  private get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('input');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.#onResize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.#onResize);
  }

  override render() {
    const { panel, playback } = this.#context;
    if (!panel) return nothing;
    this.#cue = playback?.activeCue ?? this.#cue;
    const silent = !isReading(playback?.state ?? 'idle');
    const name = this.copied ? panel.linkCopied : panel.copyLink;
    return html`<button
        part="button"
        type="button"
        aria-label=${name}
        title=${name}
        aria-disabled=${this.#cue ? 'false' : 'true'}
        @click=${this.#copy}
      >
        ${this.copied ? doneIcon : linkIcon}<span part="label">${name}</span>
      </button>
      <span class="hidden" role="status">${this.copied && silent ? panel.linkCopied : ''}</span>
      ${
        this.copied
          ? html`<div class="overlay" part="popup" popover="manual" aria-hidden="true">
              ${panel.linkCopied}
            </div>`
          : nothing
      }
      ${
        this.refused === null
          ? nothing
          : html`<div class="overlay" part="popup" popover="manual">
              <label
                >${panel.linkToCopy}
                <input
                  part="field"
                  dir="ltr"
                  readonly
                  .value=${this.refused}
                  @keydown=${this.#onKeyDown}
                  @blur=${() => (this.refused = null)}
                />
              </label>
            </div>`
      }`;
  }

  protected override updated(): void {
    if (!this.overlay || !showOverlay(this.overlay)) return;
    this.#position();
    this.field?.focus();
    this.field?.select();
  }

  #position(): void {
    if (!this.overlay) return;
    const { top, bottom, left, width } = this.button.getBoundingClientRect();
    positionNear(this.overlay, { top, bottom, x: left + width / 2 }, 8);
  }

  async #copy(): Promise<void> {
    const range = this.#cue?.range;
    if (!range) return;
    const link = linkTo(range);
    this.refused = null;
    try {
      await navigator.clipboard.writeText(link);
      this.copied = true;
      clearTimeout(this.#messageTimer);
      this.#messageTimer = window.setTimeout(() => (this.copied = false), MESSAGE_TIME);
    } catch {
      this.refused = link;
    }
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.button.focus();
  }
}
