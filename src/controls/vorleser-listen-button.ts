import { css, html, LitElement, nothing } from 'lit';
import { query } from 'lit/decorators/query.js';
import { state } from 'lit/decorators/state.js';
import type { ArticleHost } from '../page/article-host.js';
import { findArticle } from '../page/find-article.js';
import { searchMainText } from '../page/page-text.js';
import { seekToPoint } from '../playback/seek-to-point.js';
import { buttonStyle } from './shared/button-style.js';
import { exportParts } from './shared/export-parts.js';
import { playIcon } from './shared/icon.js';
import { PanelMessagesController } from './shared/panel-messages-controller.js';
import { overlayStyle } from './shared/overlay-style.js';
import { positionNear } from './shared/position-near.js';
import { showOverlay } from './shared/show-overlay.js';

/** How long a selection must stay unchanged before the button is shown, in milliseconds. */
const SETTLED = 250;

/** The distance between button and selection, in CSS px. On touch screens, the selection's handles are in between. */
const GAP = matchMedia('(pointer: coarse)').matches ? 32 : 8;

/**
 * Appears next to selected text of the article, and starts reading at the sentence in which the selection begins. The
 * selection is kept. In the focus order, the button comes after the player; from the selection, Tab leads to it. Escape hides it.
 *
 * @csspart listen-popup - the popup next to the selection
 * @csspart listen-button - the native button in it
 */
export class VorleserListenButton extends LitElement {
  static override styles = [
    buttonStyle,
    overlayStyle,
    css`
      :host {
        display: contents;
      }
      .overlay {
        padding: 0;
      }
      .overlay button {
        /* The popover clips everything outside of it. */
        outline-offset: -4px;
      }
    `,
  ];

  @query('.overlay') private readonly overlay!: HTMLElement | null;
  @query('button') private readonly button!: HTMLButtonElement | null;
  @state() private range: Range | null = null;

  readonly #context = new PanelMessagesController(this);
  #settled = 0;
  #pressed = false;
  #focused: Element | null = null;
  #listening: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, ['listen-popup', 'listen-button']);
    searchMainText();
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
      <button
        part="listen-button"
        type="button"
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${this.#listen}
      >
        ${playIcon} ${panel.listenFromHere}
      </button>
    </div>`;
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
    this.#settled = setTimeout(() => {
      if (this.#pressed) return this.#offerSoon();
      this.#context.playback?.prepare();
      this.range = this.#selected;
    }, SETTLED) as unknown as number;
  }

  #position(): void {
    const lines = this.range?.getClientRects();
    const [first, last] = [lines?.[0], lines?.[lines.length - 1]];
    if (!this.overlay || !first || !last) return;
    const inView = last.bottom > 0 && first.top < innerHeight;
    this.overlay.style.visibility = inView ? 'visible' : 'hidden';
    positionNear(this.overlay, { top: first.top, bottom: last.bottom, x: last.right }, GAP);
  }

  #listen(): void {
    const { playback } = this.#context;
    const range = this.range;
    if (!playback || !range) return;
    const found = seekToPoint(playback, range.startContainer, range.startOffset);
    // The selection may begin with text that is not read, such as a caption.
    if (!found && playback.root) textsIn(range).some((text) => seekToPoint(playback, text, 0));
    void playback.play().catch(() => undefined);
    this.#hide();
  }

  /** If the button had the focus, it moves back to where it was before. */
  #hide(): void {
    if (this.shadowRoot?.activeElement) {
      this.button?.blur();
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

function textsIn(range: Range): Node[] {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node !== range.startContainer && range.intersectsNode(node)) texts.push(node);
  }
  return texts;
}

if (!customElements.get('vorleser-listen-button'))
  customElements.define('vorleser-listen-button', VorleserListenButton);
