import { html, LitElement, nothing, type SVGTemplateResult } from 'lit';
import { query } from 'lit/decorators/query.js';
import { state } from 'lit/decorators/state.js';
import { bringIntoView, nearest } from '../../highlight/scroll.js';
import { overlays } from '../../highlight/viewport.js';
import { isReading } from '../../playback/state.js';
import { buttonStyle } from '../shared/button-style.js';
import { exportParts } from '../shared/export-parts.js';
import { coveredBy, type Edge, focusedElement, withRoom } from '../../page/keep-clear.js';
import { LateController } from '../shared/panel-controller.js';
import { lateIcons } from '../shared/late-icons.js';
import { miniBarStyle } from './mini-bar-style.js';
import { overlayStyle } from '../shared/overlay-style.js';
import { showOverlay } from '../shared/show-overlay.js';

/** After how many milliseconds without a scroll or a new sentence the bar looks whether it stands in the way. */
const SETTLED = 300;

/** What a page may dress. */
const PARTS = [
  'mini-bar',
  'mini-bar-button',
  'mini-bar-label',
  'mini-bar-time',
  'link-popup',
  'link-field',
];

/** The bar of the player that reads, or was the last to read: a page has one. */
let current: VorleserMiniBar | null = null;

function makeCurrent(bar: VorleserMiniBar): void {
  if (bar === current) return;
  current?.requestUpdate();
  current = bar;
}

/**
 * The controls of a player that is read and scrolled away from: at the lower edge of the screen, over everything else. What
 * has the focus never stays beneath it (WCAG 2.4.12): the page is scrolled as little as it takes, and where it cannot be,
 * the bar goes to the upper edge. Takes no focus, and says nothing by itself.
 *
 * @csspart mini-bar - the bar
 * @csspart mini-bar-button - its native buttons
 * @csspart mini-bar-label - what is written on the button to the place, where there is room
 * @csspart mini-bar-time - what is left
 * @csspart link-popup - says that a link was copied, or shows it
 * @csspart link-field - the native field with a link to be copied by hand
 */
export class VorleserMiniBar extends LitElement {
  static override styles = [buttonStyle, overlayStyle, miniBarStyle];

  @query('.bar') private readonly bar!: HTMLElement | null;
  @state() private playerInView = true;
  /** Whether it was hidden by hand, for as long as this reading lasts. */
  @state() private dismissed = false;
  @state() private edge: Edge = 'lower';

  readonly #context = new LateController(this, ['cuechange']);
  readonly #observer = new IntersectionObserver((entries) => {
    this.playerInView = entries.at(-1)?.isIntersecting ?? true;
  });
  #settled = 0;
  #covering: Element | null = null;
  #listening: AbortController | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    exportParts(this, PARTS);
    void import('../optional-controls.js').then(({ defineLateControls }) => defineLateControls());
    this.#observer.observe(this.#player);
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    document.addEventListener('focusin', (event) => this.#onFocus(event), options);
    document.addEventListener('scroll', () => this.#settle(), options);
    addEventListener('resize', () => this.#settle(), options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#listening?.abort();
    clearTimeout(this.#settled);
    this.#cover(null);
    if (current === this) current = null;
  }

  protected override willUpdate(): void {
    const state = this.#context.playback?.state ?? 'idle';
    if (isReading(state)) makeCurrent(this);
    if (!isReading(state) && state !== 'paused') this.dismissed = false;
  }

  override render() {
    const { more, messages } = this.#context;
    if (!more || !(this.#wanted || this.#holdsFocus)) return nothing;
    return html`<div
      class="overlay bar ${this.edge}"
      part="mini-bar"
      popover="manual"
      role="group"
      aria-label=${more.miniBar}
      lang=${messages.lang}
      @focusout=${this.#onFocusOut}
    >
      <vorleser-play-button exportparts="button:mini-bar-button"></vorleser-play-button>
      <vorleser-skip-button
        direction="previous"
        exportparts="button:mini-bar-button"
      ></vorleser-skip-button>
      <vorleser-skip-button
        direction="next"
        exportparts="button:mini-bar-button"
      ></vorleser-skip-button>
      <vorleser-time part="mini-bar-time" show="remaining"></vorleser-time>
      <vorleser-place-button
        exportparts="button:mini-bar-button, label:mini-bar-label"
      ></vorleser-place-button>
      <vorleser-link-button
        exportparts="button:mini-bar-button, popup:link-popup, field:link-field"
      ></vorleser-link-button>
      ${this.#button(more.toPlayer, lateIcons.toPlayer, () => this.#goToPlayer())}
      ${this.#button(more.hideMiniBar, lateIcons.hide, () => this.#dismiss())}
    </div>`;
  }

  protected override updated(): void {
    this.#cover(this.bar);
    if (!this.bar) return;
    showOverlay(this.bar);
    this.#settle();
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

  get #player(): Element {
    return (this.getRootNode() as ShadowRoot).host;
  }

  get #wanted(): boolean {
    const state = this.#context.playback?.state ?? 'idle';
    const on = isReading(state) || state === 'paused';
    return on && current === this && !this.playerInView && !this.dismissed;
  }

  /** Whoever uses it by keyboard does not lose it under their hands. */
  get #holdsFocus(): boolean {
    return (
      this.shadowRoot?.activeElement != null && focusedElement()?.matches(':focus-visible') === true
    );
  }

  #onFocusOut(event: FocusEvent): void {
    if (!this.bar?.contains(event.relatedTarget as Node | null)) this.requestUpdate();
  }

  /** Lets everybody else know what the bar covers. */
  #cover(bar: Element | null): void {
    if (this.#covering) overlays.delete(this.#covering);
    if (bar) overlays.add(bar);
    this.#covering = bar;
  }

  #onFocus(event: FocusEvent): void {
    const target = event.composedPath()[0];
    if (!(target instanceof Element)) return;
    this.#keepClear(target);
    // The browser may scroll to it after this.
    requestAnimationFrame(() => this.#keepClear(target));
  }

  #keepClear(target: Element): void {
    if (!this.bar || this.#contains(target)) return;
    if (coveredBy(this.bar, this.edge, withRoom(target.getBoundingClientRect())) > 0)
      bringIntoView(target, (place, port) => nearest(withRoom(place), port), 'instant');
    this.#stand();
  }

  /** Whether a control is one of its own. */
  #contains(element: Element): boolean {
    return this.shadowRoot?.activeElement != null && element === focusedElement();
  }

  #settle(): void {
    clearTimeout(this.#settled);
    this.#settled = setTimeout(() => this.#stand(), SETTLED) as unknown as number;
  }

  /** Stands at the lower edge, unless it covers more there of what must not be covered. */
  #stand(): void {
    const { bar } = this;
    if (!bar) return;
    const { activeCue, away } = this.#context.playback ?? {};
    const sentence = away ? null : activeCue?.range?.getBoundingClientRect();
    const focused = focusedElement();
    const kept = [
      ...(sentence ? [sentence] : []),
      ...(focused && !this.#contains(focused) ? [withRoom(focused.getBoundingClientRect())] : []),
    ];
    const covered = (edge: Edge) =>
      kept.reduce((sum, place) => sum + coveredBy(bar, edge, place), 0);
    this.edge = covered('upper') < covered('lower') ? 'upper' : 'lower';
  }

  /** The player comes into view, and its first control has the focus. */
  #goToPlayer(): void {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#player.scrollIntoView({ block: 'center', behavior: still ? 'instant' : 'smooth' });
    this.#focusPlayer();
  }

  #dismiss(): void {
    if (this.#holdsFocus) this.#focusPlayer();
    this.dismissed = true;
  }

  /** What is slotted into the player takes the place of its own controls. */
  #focusPlayer(): void {
    const tree = this.getRootNode() as ShadowRoot;
    const slotted = tree.querySelector('slot')?.assignedElements() ?? [];
    for (const control of [...slotted, tree.querySelector('vorleser-play-button')]) {
      const target = control?.shadowRoot?.querySelector('button') ?? control;
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
      if (target?.matches(':focus')) return;
    }
  }
}

if (!customElements.get('vorleser-mini-bar'))
  customElements.define('vorleser-mini-bar', VorleserMiniBar);
