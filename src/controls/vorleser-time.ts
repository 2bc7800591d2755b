import { css, html, LitElement } from 'lit';
import { clockTime } from './shared/clock-time.js';
import { durationInWords } from './shared/format-duration.js';
import { PlaybackController } from './shared/playback-context.js';
import { timeLeft } from './shared/time-left.js';
import { visuallyHidden } from './shared/visually-hidden.js';

/**
 * Shows the time that has been read, or about how much is left at the current rate: as a clock for the eye, in words for
 * screen readers. It is not a live region.
 */
export class VorleserTime extends LitElement {
  static override properties = { show: {}, brief: { type: Boolean } };

  static override styles = [
    visuallyHidden,
    css`
      :host {
        display: inline-block;
        position: relative;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];

  /** Which time to show. */
  show: 'elapsed' | 'remaining' = 'elapsed';

  /** Whether the time left is shown without words: "−2:59". */
  brief = false;

  readonly #context = new PlaybackController(this, ['timeupdate', 'durationchange', 'ratechange']);

  override render() {
    const { messages, playback } = this.#context;
    const { currentTime = 0, spokenRate = 1 } = playback ?? {};
    const elapsed = currentTime / spokenRate;
    if (this.show === 'elapsed')
      return shown(clockTime(elapsed), messages.elapsed(durationInWords(elapsed, messages.lang)));
    const remaining = playback ? timeLeft(playback) : NaN;
    if (Number.isNaN(remaining)) return '';
    return shown(
      this.brief
        ? `−${clockTime(remaining)}`
        : messages.remaining(messages.about(clockTime(remaining))),
      messages.remaining(messages.about(durationInWords(remaining, messages.lang))),
    );
  }
}

function shown(clock: string, words: string) {
  return html`<span aria-hidden="true">${clock}</span><span class="hidden">${words}</span>`;
}
