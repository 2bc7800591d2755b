import { css, html, LitElement, nothing } from 'lit';
import { query } from 'lit/decorators/query.js';
import { state } from 'lit/decorators/state.js';
import type { Cue } from '../narration/index.js';
import { isReading } from '../playback/state.js';
import { buttonStyle } from './shared/button-style.js';
import { LateController } from './shared/panel-controller.js';
import { lateIcons } from './shared/late-icons.js';
import { overlayStyle } from './shared/overlay-style.js';
import { placeNear } from './shared/position-near.js';
import { showOverlay } from './shared/show-overlay.js';
import { linkTo } from '../page/sentence-link.js';
import { visuallyHidden } from './shared/visually-hidden.js';

/** How long it is said that a link was copied, in milliseconds. */
const MOMENT = 3000;

/**
 * Copies a link that opens this page at the sentence which is read by the player around it. Where the browser refuses the
 * clipboard, the link is shown to be copied by hand. Nothing is announced while the voice speaks: the button's name tells.
 *
 * @csspart button - the native button
 * @csspart label - its name, written on it where there is room
 * @csspart popup - says that the link was copied, or shows it
 * @csspart field - the native field with a link to be copied by hand
 */
export class VorleserLinkButton extends LitElement {
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

  @query('button') private readonly button!: HTMLButtonElement;
  @query('.overlay') private readonly overlay!: HTMLElement | null;
  @query('input') private readonly field!: HTMLInputElement | null;
  @state() private copied = false;
  /** The link that could not be copied. */
  @state() private refused: string | null = null;

  readonly #context = new LateController(this);
  #cue: Cue | null = null;
  #moment = 0;
  readonly #onResize = () => this.#place();

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.#onResize);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.#onResize);
  }

  override render() {
    const { more, playback } = this.#context;
    if (!more) return nothing;
    this.#cue = playback?.activeCue ?? this.#cue;
    const silent = !isReading(playback?.state ?? 'idle');
    const name = this.copied ? more.linkCopied : more.copyLink;
    return html`<button
        part="button"
        type="button"
        aria-label=${name}
        title=${name}
        aria-disabled=${this.#cue ? 'false' : 'true'}
        @click=${this.#copy}
      >
        ${this.copied ? lateIcons.done : lateIcons.link}<span part="label">${name}</span>
      </button>
      <span class="hidden" role="status">${this.copied && silent ? more.linkCopied : ''}</span>
      ${
        this.copied
          ? html`<div class="overlay" part="popup" popover="manual" aria-hidden="true">
              ${more.linkCopied}
            </div>`
          : nothing
      }
      ${
        this.refused === null
          ? nothing
          : html`<div class="overlay" part="popup" popover="manual">
              <label
                >${more.linkToCopy}
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
    this.#place();
    this.field?.focus();
    this.field?.select();
  }

  #place(): void {
    if (!this.overlay) return;
    const { top, bottom, left, width } = this.button.getBoundingClientRect();
    placeNear(this.overlay, { top, bottom, x: left + width / 2 }, 8);
  }

  async #copy(): Promise<void> {
    const range = this.#cue?.range;
    if (!range) return;
    const link = linkTo(range);
    this.refused = null;
    try {
      await navigator.clipboard.writeText(link);
      this.copied = true;
      clearTimeout(this.#moment);
      this.#moment = setTimeout(() => (this.copied = false), MOMENT) as unknown as number;
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
