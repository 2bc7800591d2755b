import { css, html, LitElement, nothing, svg } from 'lit';
import { firstCueIn } from '../narration/cues-in-range.js';
import type { ArticleHost } from '../page/article-host.js';
import { findArticle } from '../page/find-article.js';
import { enableMainTextSearch } from '../page/page-text.js';
import { playFrom, playRange } from '../playback/play-range.js';
import { buttonStyle } from './shared/button-style.js';
import { exportParts } from './shared/export-parts.js';
import { icon, playIcon } from './shared/icon.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { overlayStyle } from './shared/overlay-style.js';
import { positionNear } from './shared/position-near.js';
import { showOverlay } from './shared/show-overlay.js';

/** How long a selection must stay unchanged before the button is shown, in milliseconds. */
const SETTLED = 250;

/** The distance between button and selection, in CSS px. On touch screens, the selection's handles are in between. */
const GAP = matchMedia('(pointer: coarse)').matches ? 32 : 8;

const selectionIcon = icon(
  svg`<path d="M5 3a2 2 0 0 0-2 2M19 3a2 2 0 0 1 2 2M21 19a2 2 0 0 1-2 2M5 21a2 2 0 0 1-2-2M9 3h1M9 21h1M14 3h1M14 21h1M3 9v1M21 9v1M3 14v1M21 14v1M7 8h8M7 12h10M7 16h6" />`,
);

/**
 * Appears next to selected text of the article, and starts reading at the sentence in which the selection begins: from there on,
 * or up to the one in which it ends. The selection is kept. In the focus order, the buttons come after the player; from the
 * selection, Tab leads to them. Escape hides them.
 *
 * @csspart listen-popup - the popup next to the selection
 * @csspart listen-button - a native button in it
 */
export class VorleserListenButton extends LitElement {
  static override properties = { range: { state: true } };

  static override styles = [
    buttonStyle,
    overlayStyle,
    css`
      :host {
        display: contents;
      }
      .overlay {
        display: flex;
        flex-wrap: wrap;
        padding: 0;
      }
      .overlay button {
        flex: auto;
        padding-inline: 0.5em;
        /* The popover clips everything outside of it. */
        outline-offset: -4px;
      }
    `,
  ];

  private range: Range | null = null;
  /** Whether anything in it is read. */
  #isRead = false;

  readonly #context = new PanelMessagesController(this);
  #settled = 0;
  #pressed = false;
  #focused: Element | null = null;
  #listening: AbortController | null = null;

  private get overlay(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.overlay');
  }

  private get button(): HTMLButtonElement | null {
    return this.renderRoot.querySelector<HTMLButtonElement>('button');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, ['listen-popup', 'listen-button']);
    enableMainTextSearch();
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    const { signal } = options;
    document.addEventListener('selectionchange', () => this.#onSelectionChange(), { signal });
    document.addEventListener('keydown', (event) => this.#onKeyDown(event), {
      signal,
      capture: true,
    });
    document.addEventListener('scroll', () => this.#position(), options);
    addEventListener('resize', () => this.#position(), { signal });
    document.addEventListener('pointerdown', () => (this.#pressed = true), options);
    for (const type of ['pointerup', 'pointercancel'])
      document.addEventListener(type, () => (this.#pressed = false), options);
    this.#onSelectionChange();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
    clearTimeout(this.#settled);
  }

  override render() {
    const { panel, messages } = this.#context;
    if (!panel || !this.range) return nothing;
    return html`<div class="overlay" popover="manual" part="listen-popup" lang=${messages.lang}>
      ${this.#renderButton(playIcon, panel.listenFromHere, playFrom)}
      ${this.#isRead ? this.#renderButton(selectionIcon, panel.listenToSelection, playRange) : nothing}
    </div>`;
  }

  #renderButton(image: unknown, name: string, play: typeof playRange) {
    return html`<button
      part="listen-button"
      type="button"
      @mousedown=${(event: Event) => event.preventDefault()}
      @click=${() => this.#listen(play)}
    >
      ${image} ${name}
    </button>`;
  }

  protected override updated(): void {
    if (!this.overlay) return;
    showOverlay(this.overlay);
    this.#position();
  }

  get #player(): ArticleHost {
    return (this.getRootNode() as ShadowRoot).host as ArticleHost;
  }

  get #article(): Element | null {
    return findArticle(this.#player);
  }

  /** The selection, if it begins in the article. */
  get #selected(): Range | null {
    const selection = getSelection();
    if (!selection || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return this.#article?.contains(range.startContainer) ? range.cloneRange() : null;
  }

  #onSelectionChange(): void {
    this.range = null;
    clearTimeout(this.#settled);
    if (this.#selected) this.#offerSoon();
  }

  #offerSoon(): void {
    this.#settled = window.setTimeout(() => {
      if (this.#pressed) this.#offerSoon();
      else void this.#offer(this.#settled);
    }, SETTLED);
  }

  /** @param settled names the selection for which it was called */
  async #offer(settled: number): Promise<void> {
    const { playback } = this.#context;
    const loading = playback?.load().then(({ track }) => track.make());
    await loading?.catch(() => undefined);
    if (settled !== this.#settled) return;
    const range = this.#selected;
    const narration = playback?.track?.narration;
    this.#isRead = !!range && !!narration && firstCueIn(range, narration) >= 0;
    this.range = range;
  }

  #position(): void {
    const lines = this.range?.getClientRects();
    const [first, last] = [lines?.[0], lines?.[lines.length - 1]];
    if (!this.overlay || !first || !last) return;
    const inView = last.bottom > 0 && first.top < innerHeight;
    this.overlay.style.visibility = inView ? 'visible' : 'hidden';
    positionNear(this.overlay, { top: first.top, bottom: last.bottom, x: last.right }, GAP);
  }

  #listen(play: typeof playRange): void {
    const { playback } = this.#context;
    if (playback && this.range) void play(playback, this.range).catch(() => undefined);
    this.#hide();
  }

  /** If the button had the focus, it moves back to where it was before. */
  #hide(): void {
    const { activeElement } = this.shadowRoot as ShadowRoot;
    if (activeElement instanceof HTMLElement) {
      activeElement.blur();
      if (this.#focused instanceof HTMLElement) this.#focused.focus({ preventScroll: true });
    }
    this.range = null;
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (!this.range) return;
    const path = event.composedPath();
    const inside = path.includes(this);
    if (event.key === 'Escape') {
      // Escape hides the button; the player must not stop as well.
      if (inside) event.preventDefault();
      this.#hide();
    }
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    if (event.key !== 'Tab' || altKey || ctrlKey || metaKey || shiftKey) return;
    if (inside || path.includes(this.#player)) return;
    const [target] = path;
    if (target !== document.body && !this.#article?.contains(target as Node)) return;
    event.preventDefault();
    this.#focused = document.activeElement;
    this.button?.focus();
  }
}

if (!customElements.get('vorleser-listen-button'))
  customElements.define('vorleser-listen-button', VorleserListenButton);
