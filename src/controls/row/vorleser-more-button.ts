import { html, LitElement, nothing, svg } from 'lit';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { settings } from '../../settings/store.js';
import { afterPaint } from '../../highlight/after-paint.js';
import { isOffScreen, overlays } from '../../highlight/viewport.js';
import { buttonStyle } from '../shared/button-style.js';
import { ChangeController } from '../shared/change-controller.js';
import { closestPlayer } from '../shared/closest-player.js';
import { exportParts } from '../shared/export-parts.js';
import { icon } from '../shared/icon.js';
import { overlayStyle } from '../shared/overlay-style.js';
import { PanelMessagesController } from '../shared/panel-messages-controller.js';
import { positionNear } from '../shared/position-near.js';
import { showOverlay } from '../shared/show-overlay.js';
import { moreStyle } from './more-style.js';
import { narrowScreen } from './narrow-screen.js';
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

/** How long the press that closes the panel may last, in milliseconds. */
const PRESS = 1000;

/** What uses the arrow keys itself. */
const MOVED = 'input, vorleser-settings';

/** Elements on which a click does something even where no script listens. */
const PRESSABLE = 'a, area, button, input, label, select, summary, textarea';

/**
 * Shows and hides the controls that the row of the player around it does not hold: below the button, or as a sheet at the lower
 * edge of a narrow screen. A button there shows a pin beside each, which puts it into the row. Opened by key, it takes the focus, as a
 * menu does. Escape closes it, as does a press elsewhere or moving the focus on; a sheet has a button for that, too.
 *
 * @csspart button - the native buttons
 * @csspart more-button - the button that shows the controls
 * @csspart more-panel - the controls
 * @csspart arrange-button - the button that shows the pins
 * @csspart pin-button - the buttons that pin a control to the row
 * @csspart close-button - the button that closes a sheet
 */
export class VorleserMoreButton extends LitElement {
  static override properties = {
    row: { attribute: false },
    open: { state: true },
    shown: { state: true },
    arranges: { state: true },
  };

  static override styles = [buttonStyle, overlayStyle, moreStyle];

  /** The names of the controls that the row holds, besides those that the listener has pinned. */
  row: readonly string[] = [];

  private open = false;
  /** Follows `open` after a frame: the press is answered before the controls are made. */
  private shown = false;
  /** Whether the pins are shown. */
  private arranges = false;

  readonly #context = new PanelMessagesController(this);
  #whileOpen: AbortController | null = null;
  /** Whether the last press in the panel, or that which opened it, was one of a pointer: not of a key, nor a screen reader's command. */
  #byPointer = false;
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
    this.addEventListener('keydown', (event) => this.#onKeyDown(event));
    this.addEventListener('click', ({ detail }) => (this.#byPointer = detail > 0));
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
    >
      ${names.map(
        (name) =>
          html`<div class="item">
            ${renderControl(name)}${
              this.arranges
                ? this.#pin(name, nameOfControl(name, { ...panel, ...messages }))
                : nothing
            }
          </div>`,
      )}
      <div class="item">
        <button
          class="arrange"
          part="button arrange-button"
          type="button"
          aria-pressed=${this.arranges}
          @click=${() => (this.arranges = !this.arranges)}
        >
          ${pinIcon}<span part="label">${panel.arrange}</span>
        </button>
      </div>
      <vorleser-recording></vorleser-recording>
      <button class="close" part="button close-button" type="button" @click=${() => this.#leave()}>
        ${panel.close}
      </button>
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
    if (!this.panel || !showOverlay(this.panel)) return;
    if (narrowScreen.matches) overlays.add(this.panel);
    this.#resizing.observe(this.panel);
    if (!this.#byPointer) void this.#focusItem(this.#items[0]);
  }

  #show(): void {
    this.open = true;
    this.#context.playback?.holdPage(true);
    afterPaint(() => (this.shown = this.open));
    this.#whileOpen = new AbortController();
    const options = { capture: true, passive: true, signal: this.#whileOpen.signal };
    addEventListener('pointerdown', (event) => this.#onPressAt(event), options);
    addEventListener('focusin', (event) => this.#onPressAt(event), options);
    for (const type of ['resize', 'scroll'])
      addEventListener(type, () => this.#position(), options);
  }

  #close(): void {
    this.open = this.shown = this.arranges = false;
    this.#context.playback?.holdPage(false);
    if (this.panel) overlays.delete(this.panel);
    this.#whileOpen?.abort();
    this.#resizing.disconnect();
  }

  /** A press elsewhere, or moving the focus there, closes the panel. Such a press on the article does not seek. */
  #onPressAt(event: Event): void {
    if (event.composedPath().includes(this)) return;
    this.#close();
    if (event.type === 'pointerdown')
      addEventListener('click', ignoreOnText, {
        capture: true,
        signal: AbortSignal.timeout(PRESS),
      });
  }

  #onKeyDown(event: KeyboardEvent): void {
    this.#byPointer = false;
    this.#moveFocus(event);
    if (event.key !== 'Escape' || event.defaultPrevented || !this.open) return;
    event.preventDefault();
    this.#leave();
  }

  /** The arrow keys move from control to control, as in a menu, and Home and End to its ends. */
  #moveFocus(event: KeyboardEvent): void {
    const path = event.composedPath();
    if (!this.panel || path.some(usesArrows)) return;
    const items = this.#items;
    const at = items.findIndex((item) => path.includes(item));
    const next = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: Math.max(at, 0) - 1,
      Home: 0,
      End: -1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    void this.#focusItem(items.at(next));
  }

  get #items(): Element[] {
    return [...(this.panel?.querySelectorAll('.item') ?? [])];
  }

  /** Focuses the control of an item, which may not be rendered yet. */
  async #focusItem(item: Element | undefined): Promise<void> {
    const first = item?.firstElementChild;
    if (first instanceof LitElement && !first.hasUpdated) await first.updateComplete;
    const control = first?.shadowRoot?.querySelector<HTMLElement>('button, select') ?? first;
    if (control instanceof HTMLElement) control.focus();
  }

  /** Closes the panel. The focus does not get lost with it, and the page, which may have followed the voice, is not scrolled. */
  #leave(): void {
    const hasFocus = this.shadowRoot?.activeElement;
    this.#close();
    if (hasFocus) this.#buttonInView.focus({ preventScroll: true });
  }

  /** The button, or where it has been scrolled out of view, the same one of the bar at the edge of the screen. */
  get #buttonInView(): HTMLElement {
    if (!isOffScreen(this.button)) return this.button;
    const bar = closestPlayer(this)?.shadowRoot?.querySelector('vorleser-mini-bar');
    const other = bar?.shadowRoot?.querySelector(this.localName);
    return other?.shadowRoot?.querySelector('button') ?? this.button;
  }

  /** Places the panel below the button. */
  #position(): void {
    if (!this.panel || narrowScreen.matches) return;
    // A panel is left by scrolling the page, but not by the keyboard, and the settings are not left so easily.
    const isLeft =
      this.#byPointer && isOffScreen(this.button) && !this.panel.querySelector('[open]');
    if (isLeft) return this.#leave();
    const { top, bottom, right } = this.button.getBoundingClientRect();
    const { width } = this.panel.getBoundingClientRect();
    positionNear(this.panel, { top, bottom, x: right - width / 2 }, 4);
  }
}

function usesArrows(node: EventTarget): boolean {
  return node instanceof Element && (node.matches(MOVED) || isOpenList(node));
}

/** Whether a select shows its options, as far as the browser tells. A closed one would change its value: among other controls, a slip. */
function isOpenList(node: Element): boolean {
  return node.localName === 'select' && (!CSS.supports('selector(:open)') || node.matches(':open'));
}

function ignoreOnText(event: Event): void {
  const [target] = event.composedPath();
  if (target instanceof Element && !target.closest(PRESSABLE)) event.preventDefault();
}
