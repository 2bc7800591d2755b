import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { PanelMessages } from '../locales/panels/panel-messages.js';
import type { ArticlePlayer } from '../page/article-host.js';
import { openToListen, wishToListen } from '../page/listening-wish.js';
import type { NextArticle } from '../page/next-article.js';
import { StandClear } from '../page/stand-clear.js';
import { settings } from '../settings/store.js';
import { afterPaint } from '../highlight/after-paint.js';
import { buttonStyle } from './shared/button-style.js';
import { exportParts } from './shared/export-parts.js';
import { fieldStyle } from './shared/field-style.js';
import { focusPlayButton } from './shared/focus-play-button.js';
import { playIcon } from './shared/icon.js';
import { overlayStyle } from './shared/overlay-style.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { showOverlay } from './shared/show-overlay.js';

/** How long the listener can decline an article that begins by itself, in milliseconds. */
const GRACE = 5000;

/** The parts that a page can style. */
const PARTS = ['up-next', 'up-next-text', 'up-next-button', 'up-next-tick', 'up-next-box'];

/**
 * Offers the next article at the end of one, at the lower edge of the screen, until the listener does something else with the player.
 * It begins by itself if the listener has chosen that; for some seconds before that, they can decline.
 *
 * @csspart up-next - the offer
 * @csspart up-next-text - the title of the next article
 * @csspart up-next-button - a button, and the link to an article in another page
 * @csspart up-next-tick - the checkbox with its label
 * @csspart up-next-box - the native checkbox
 */
export class VorleserUpNext extends LitElement {
  static override properties = { announced: { state: true }, soon: { state: true } };

  static override styles = [
    buttonStyle,
    fieldStyle,
    overlayStyle,
    css`
      :host {
        display: contents;
      }
      .overlay {
        inset-inline: 0;
        inset-block-end: var(--vorleser-inset-block-end, var(--lower-bars, 0px));
        inline-size: min(26rem, 100%);
        max-block-size: 50%;
        overflow: auto;
        margin-inline: auto;
        padding: 0.5em max(0.75em, env(safe-area-inset-right))
          max(0.5em, env(safe-area-inset-bottom)) max(0.75em, env(safe-area-inset-left));
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--vorleser-gap, 0.25em);
        margin-block-start: 0.25em;
      }
      .actions > * {
        box-sizing: border-box;
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        min-block-size: var(--vorleser-size, max(44px, 2.5em));
        padding-inline: 0.75em;
        border: 1px solid currentcolor;
        border-radius: var(--vorleser-radius, 4px);
        color: inherit;
        font: inherit;
        text-decoration: none;
      }
      .actions > .start {
        border-width: 2px;
        font-weight: bold;
      }
      a:hover {
        background: var(
          --vorleser-hover-background,
          color-mix(in srgb, currentcolor 10%, transparent)
        );
      }
      label {
        display: flex;
        align-items: center;
        gap: 0.5em;
        min-block-size: var(--vorleser-size, max(44px, 2.5em));
      }
      input {
        flex: none;
        inline-size: 1.5em;
        block-size: 1.5em;
        margin: 0;
      }
    `,
  ];

  /** A live region announces only what is put into it some time after it was added to the page. */
  private announced = false;
  /** Whether it begins by itself in some seconds. */
  private soon = false;

  /** What is offered. */
  readonly #next: NextArticle;
  readonly #player: ArticlePlayer;
  readonly #context = new PanelMessagesController(this);
  readonly #clear = new StandClear(() => undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;

  private get overlay(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.overlay');
  }

  /** @param soon whether it begins by itself */
  constructor(player: ArticlePlayer, next: NextArticle, soon: boolean) {
    super();
    this.#player = player;
    this.#next = next;
    this.soon = soon;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, PARTS);
    // A move in the page closes a popover.
    this.requestUpdate();
    if (this.soon) this.#timer = setTimeout(() => this.#begin(), GRACE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#clear.watch(null);
  }

  protected override willUpdate(): void {
    if (this.#context.playback?.ended === false) this.#close();
  }

  override render() {
    const { panel, messages } = this.#context;
    if (!panel) return nothing;
    const { title } = this.#next;
    const text = this.soon ? panel.startsSoon(title) : panel.upNext(title);
    return html`<div
      class="overlay"
      part="up-next"
      popover="manual"
      role="group"
      aria-label=${text}
      lang=${messages.lang}
      @keydown=${this.#onKeyDown}
    >
      <p part="up-next-text" role="status">${this.announced ? text : ''}</p>
      <div class="actions">
        ${this.#renderStart(panel)}
        <button part="up-next-button" type="button" @click=${this.#close}>${panel.notNow}</button>
      </div>
      <label part="up-next-tick">
        <input
          part="up-next-box"
          type="checkbox"
          .checked=${settings.current.continues}
          @change=${this.#onChoose}
        />
        ${panel.continues}
      </label>
    </div>`;
  }

  #renderStart(panel: PanelMessages) {
    const { title, target } = this.#next;
    const name = title ? `${panel.startNext}: ${title}` : panel.startNext;
    return target instanceof URL
      ? html`<a
          class="start"
          part="up-next-button"
          href=${target.href}
          aria-label=${name}
          @click=${this.#onFollow}
          >${playIcon} ${panel.startNext}</a
        >`
      : html`<button
          class="start"
          part="up-next-button"
          type="button"
          aria-label=${name}
          @click=${this.#begin}
        >
          ${playIcon} ${panel.startNext}
        </button>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // It may have gone away in this update.
    if (!this.overlay || !this.isConnected || !showOverlay(this.overlay)) return;
    this.#clear.watch(this.overlay);
    afterPaint(() => (this.announced = true));
  }

  /** The page is opened by the link itself, so that a listener can open it as they like: only here it is also read at once. */
  #onFollow(event: MouseEvent): void {
    const { target } = this.#next;
    const { ctrlKey, metaKey, shiftKey, altKey } = event;
    if (!(target instanceof URL) || ctrlKey || metaKey || shiftKey || altKey) return;
    clearTimeout(this.#timer);
    wishToListen(target);
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.#close();
  }

  /** Who turns it on wants this article, too; who turns it off does not. */
  #onChoose({ target }: Event): void {
    settings.choose({ continues: (target as HTMLInputElement).checked });
    clearTimeout(this.#timer);
    this.soon = false;
  }

  #begin(): void {
    const { target } = this.#next;
    this.#close();
    if (target instanceof URL) return openToListen(target);
    if (this.#player.article) this.#player.article = target.element;
    else this.#player.htmlFor = target.name;
    this.#player.play().catch(() => undefined);
  }

  /** The buttons disappear: the focus moves to the player, so that it is not lost. */
  #close(): void {
    if (this.shadowRoot?.activeElement) focusPlayButton(this.#player);
    this.remove();
  }
}

if (!customElements.get('vorleser-up-next'))
  customElements.define('vorleser-up-next', VorleserUpNext);

declare global {
  interface HTMLElementTagNameMap {
    'vorleser-up-next': VorleserUpNext;
  }
}
