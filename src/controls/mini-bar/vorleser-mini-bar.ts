import { html, LitElement, nothing, svg, type SVGTemplateResult } from 'lit';
import { type Extent, extentOf } from '../../highlight/box.js';
import { bringIntoView, nearest } from '../../highlight/scroll.js';
import { isOffScreen } from '../../highlight/viewport.js';
import { isReading, type State } from '../../playback/state.js';
import { buttonStyle } from '../shared/button-style.js';
import { excerpt } from '../shared/excerpt.js';
import { exportParts } from '../shared/export-parts.js';
import { focusedElement } from '../../page/focused-element.js';
import { focusPlayButton } from '../shared/focus-play-button.js';
import { coveredBy, type Edge, withFocusRing } from '../../page/keep-clear.js';
import { StandClear } from '../../page/stand-clear.js';
import { PanelMessagesController } from '../shared/panel-messages-controller.js';
import { icon } from '../shared/icon.js';
import { placeStyle } from '../row/place-style.js';
import { narrowScreen } from '../row/narrow-screen.js';
import { readingRow } from '../row/reading-row.js';
import { ROW_PARTS } from '../row/row-controls.js';
import { stopIcon } from '../vorleser-stop-button.js';
import { miniBarStyle } from './mini-bar-style.js';
import { overlayStyle } from '../shared/overlay-style.js';
import { showOverlay } from '../shared/show-overlay.js';

const toPlayerIcon = icon(svg`<path d="m5 9 7-7 7 7" /><path d="M12 16V2" /><path d="M5 21h14" />`);

/** Less of the player than 32 px at an edge of the screen is of no use: its buttons are 44 px high. */
const OF_USE = '-32px 0px';

/** After this time without a new sentence, the bar checks whether it covers anything, in milliseconds. */
const SETTLED = 300;

/**
 * For how many buttons there is room in the bar, besides the play button, a short timeline and what is always there, by the width of
 * the screen; 44rem is also in `mini-bar-style.ts`.
 */
const ROOM = [
  { screen: matchMedia('(max-width: 22rem)'), buttons: 2 },
  { screen: matchMedia('(max-width: 44rem)'), buttons: 3 },
  { screen: matchMedia('(max-width: 60rem)'), buttons: 5 },
];

/** The same on wider screens. */
const ROOM_ON_WIDE_SCREENS = 11;

/** The parts that a page can style. */
const PARTS = ['mini-bar', 'mini-bar-button', 'mini-bar-label', ...ROW_PARTS];

/** The only visible mini bar of the page: that of the last player that read. */
let current: VorleserMiniBar | null = null;

function makeCurrent(bar: VorleserMiniBar): void {
  if (bar === current) return;
  current?.requestUpdate();
  current = bar;
}

/**
 * The controls of a player that reads while it is scrolled out of view: at the lower edge of the screen, over everything else.
 * The focused element is never covered (WCAG 2.4.12): the page is scrolled as little as possible, and where that does not
 * help, the bar moves to the upper edge. It stands clear of bars of the page that are there, unless the page says where it
 * stands. It takes no focus by itself, and announces nothing; Tab leads from the player out of view to it, so that the page stays
 * where it is.
 *
 * It holds the same controls as the player's own bar, with the same parts.
 *
 * @csspart mini-bar - the bar
 * @csspart mini-bar-button - the buttons that only this bar has, and its play button
 * @csspart mini-bar-label - the sentence, on a narrow screen
 * @csspart link-popup - the message that a link was copied, or the link itself
 * @csspart link-field - the native field with a link to be copied by hand
 */
export class VorleserMiniBar extends LitElement {
  static override properties = {
    playerInView: { state: true },
    edge: { state: true },
  };

  static override styles = [buttonStyle, overlayStyle, placeStyle, miniBarStyle];

  private playerInView = true;
  private edge: Edge = 'lower';

  readonly #context = new PanelMessagesController(this, ['cuechange']);
  readonly #observer = new IntersectionObserver(
    (entries) => {
      this.playerInView = entries.at(-1)?.isIntersecting ?? true;
    },
    { rootMargin: OF_USE },
  );
  #settled = 0;
  readonly #clear = new StandClear(() => this.#chooseEdge());
  #listening: AbortController | null = null;

  private get bar(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.bar');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, PARTS);
    this.#observer.observe(this.#player);
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    document.addEventListener('focusin', (event) => this.#onFocus(event), options);
    this.#player.addEventListener('keydown', (event) => this.#onTab(event), {
      signal: options.signal,
    });
    for (const { screen } of ROOM)
      screen.addEventListener('change', () => this.requestUpdate(), options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#listening?.abort();
    clearTimeout(this.#settled);
    this.#clear.watch(null);
    if (current === this) current = null;
  }

  protected override willUpdate(): void {
    if (isReading(this.#state)) makeCurrent(this);
    // The reading was ended here, and the bar goes with it.
    if (this.#state === 'idle' && this.#holdsFocus) focusPlayButton(this.#player);
  }

  override render() {
    const { panel, messages, playback } = this.#context;
    if (!panel || !(this.#wanted || this.#holdsFocus)) return nothing;
    return html`<div
      class="overlay bar ${this.edge}"
      part="mini-bar"
      popover="manual"
      role="group"
      aria-label=${panel.miniBar}
      lang=${messages.lang}
      @focusout=${this.#onFocusOut}
    >
      <span class="excerpt" part="mini-bar-label" aria-hidden="true"
        >${excerpt(playback?.activeCue?.text ?? '')}</span
      >
      ${this.#button(panel.toPlayer, toPlayerIcon, () => this.#goToPlayer())}
      <vorleser-play-button
        exportparts="button, button:play-button, button:mini-bar-button"
      ></vorleser-play-button>
      ${readingRow(this.#player, room(), ['stop'])}
      ${this.#button(messages.stop, stopIcon, () => playback?.stop())}
    </div>`;
  }

  protected override updated(): void {
    if (this.bar) showOverlay(this.bar);
    this.#clear.watch(this.bar);
    if (this.bar) this.#settle();
  }

  #button(name: string, icon: SVGTemplateResult, act: () => void) {
    return html`<button
      part="mini-bar-button"
      type="button"
      aria-label=${name}
      title=${name}
      @click=${act}
    >
      ${icon}
    </button>`;
  }

  get #player(): HTMLElement {
    return (this.getRootNode() as ShadowRoot).host as HTMLElement;
  }

  get #state(): State {
    return this.#context.playback?.state ?? 'idle';
  }

  get #wanted(): boolean {
    const on = isReading(this.#state) || this.#state === 'paused';
    // It is not laid over the sheet of the player's “More”.
    const isSheetOpen = narrowScreen.matches && this.#context.playback?.holdsPage;
    const mayShow = this.bar !== null || !isSheetOpen;
    return on && mayShow && current === this && !this.playerInView;
  }

  /** Whether the bar is used by keyboard: it stays visible then. */
  get #holdsFocus(): boolean {
    return (
      this.shadowRoot?.activeElement != null && focusedElement()?.matches(':focus-visible') === true
    );
  }

  /** Tab moves the focus from a control that is out of view to the bar. */
  #onTab(event: KeyboardEvent): void {
    if (event.key !== 'Tab' || event.shiftKey || event.defaultPrevented) return;
    if (!this.bar || event.composedPath().includes(this)) return;
    const focused = focusedElement();
    if (!focused || !isOffScreen(focused)) return;
    event.preventDefault();
    const control = this.bar.querySelector('vorleser-play-button');
    control?.shadowRoot?.querySelector('button')?.focus();
  }

  #onFocusOut(event: FocusEvent): void {
    if (!this.bar?.contains(event.relatedTarget as Node | null)) this.requestUpdate();
  }

  #onFocus(event: FocusEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    this.#keepClear(target);
    // The browser may scroll to the target after this event.
    requestAnimationFrame(() => this.#keepClear(target));
  }

  #keepClear(target: Element): void {
    if (!this.bar || this.#contains(target)) return;
    if (this.#covered(this.edge, withFocusRing(heightOf(target))) > 0)
      bringIntoView(target, (place, port) => nearest(withFocusRing(place), port), 'instant');
    this.#chooseEdge();
  }

  /** Whether an element is the focused control of the bar. */
  #contains(element: Element): boolean {
    return this.shadowRoot?.activeElement != null && element === focusedElement();
  }

  #settle(): void {
    clearTimeout(this.#settled);
    this.#settled = window.setTimeout(() => this.#chooseEdge(), SETTLED);
  }

  /** Chooses the edge at which less of the current sentence and of the focused element is covered. */
  #chooseEdge(): void {
    const { bar } = this;
    if (!bar) return;
    const { activeCue, scrolledAway } = this.#context.playback ?? {};
    const sentence = scrolledAway ? null : activeCue?.range;
    const focused = focusedElement();
    const kept = [
      ...(sentence ? [heightOf(sentence)] : []),
      ...(focused && !this.#contains(focused) ? [withFocusRing(heightOf(focused))] : []),
    ];
    const covered = (edge: Edge) =>
      kept.reduce((sum, place) => sum + this.#covered(edge, place), 0);
    this.edge = covered('upper') < covered('lower') ? 'upper' : 'lower';
  }

  /** How much of something the bar would cover at an edge, in CSS px of height. */
  #covered(edge: Edge, extent: Extent): number {
    if (!this.bar) return 0;
    // The distances are its scroll margins, too, since only those of the edge where it stands are resolved otherwise.
    const { scrollMarginBottom, scrollMarginTop } = getComputedStyle(this.bar);
    const distance = parseFloat(edge === 'lower' ? scrollMarginBottom : scrollMarginTop);
    return coveredBy(this.bar, edge, distance, extent);
  }

  /** Scrolls to the player and focuses its first control. */
  #goToPlayer(): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#player.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
    focusPlayButton(this.#player);
  }
}

function room(): number {
  return ROOM.find(({ screen }) => screen.matches)?.buttons ?? ROOM_ON_WIDE_SCREENS;
}

function heightOf(target: Range | Element): Extent {
  return extentOf(target.getBoundingClientRect(), { name: 'y', direction: 1 });
}

if (!customElements.get('vorleser-mini-bar'))
  customElements.define('vorleser-mini-bar', VorleserMiniBar);
