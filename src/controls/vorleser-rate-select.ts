import { css, html, LitElement, svg } from 'lit';
import { afterPaint } from '../highlight/after-paint.js';
import { formatNumber } from '../locales/format-number.js';
import { PLAYBACK_RATES } from '../settings/playback-rates.js';
import { settings } from '../settings/store.js';
import { buttonStyle } from './shared/button-style.js';
import { icon } from './shared/icon.js';
import { namedFieldStyle } from './shared/named-field-style.js';
import { openList } from './shared/open-list.js';
import { PlaybackController } from './shared/playback-context.js';

const rateIcon = icon(svg`<path d="m12 14 4-4M3.34 19a10 10 0 1 1 17.32 0" />`);

/**
 * Chooses the playback rate, which is stored and applies to all players of the page.
 *
 * @csspart field - the label around the select
 * @csspart label - its icon and name, visible where there is room
 * @csspart select - the native select
 */
export class VorleserRateSelect extends LitElement {
  static override styles = [
    buttonStyle,
    namedFieldStyle,
    css`
      select {
        inline-size: 100%;
        min-inline-size: max(44px, 3.5em);
        direction: ltr;
        padding: 0;
        font-variant-numeric: tabular-nums;
        text-align: center;
        text-align-last: center;
        appearance: none;
      }
    `,
  ];

  readonly #context = new PlaybackController(this);

  constructor() {
    super();
    this.addEventListener('click', openList);
  }

  override render() {
    const { messages, playback } = this.#context;
    const rate = playback?.playbackRate ?? 1;
    const rates = PLAYBACK_RATES.includes(rate)
      ? PLAYBACK_RATES
      : [...PLAYBACK_RATES, rate].sort((a, b) => a - b);
    const label = (each: number) => messages.times(formatNumber(each, messages.lang));
    return html`<label part="field"
      ><span part="label">${rateIcon}</span><span part="label">${messages.rate}</span>
      <select
        part="select"
        aria-label=${messages.rate}
        title=${messages.rate}
        @change=${this.#onChange}
      >
        ${rates.map(
          (each) => html`<option value=${each} .selected=${each === rate}>${label(each)}</option>`,
        )}
      </select></label
    >`;
  }

  #onChange(event: Event): void {
    const rate = Number((event.target as HTMLSelectElement).value);
    afterPaint(() => settings.choose({ rate }));
  }
}
