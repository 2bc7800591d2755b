import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators/property.js';
import { inWords, onClock } from './shared/format-duration.js';
import { PlaybackController } from './shared/playback-context.js';
import { visuallyHidden } from './shared/visually-hidden.js';

/**
 * Shows how much the player around it has read, or about how much is left at the rate it reads at: as a clock to the eye, in
 * words to a screen reader, and live to neither.
 */
export class VorleserTime extends LitElement {
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

  @property() show: 'elapsed' | 'remaining' = 'elapsed';

  readonly #context = new PlaybackController(this, ['timeupdate', 'durationchange', 'ratechange']);

  override render() {
    const { messages, playback } = this.#context;
    const { currentTime = 0, spokenRate = 1, expectedDuration = NaN } = playback ?? {};
    const elapsed = currentTime / spokenRate;
    const remaining = Math.max(0, expectedDuration / spokenRate - elapsed);
    if (this.show === 'elapsed')
      return shown(onClock(elapsed), messages.elapsed(inWords(elapsed, messages.lang)));
    if (Number.isNaN(remaining)) return '';
    return shown(
      messages.remaining(messages.about(onClock(remaining))),
      messages.remaining(messages.about(inWords(remaining, messages.lang))),
    );
  }
}

function shown(clock: string, words: string) {
  return html`<span aria-hidden="true">${clock}</span><span class="hidden">${words}</span>`;
}
