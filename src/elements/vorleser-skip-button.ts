import { html, LitElement } from 'lit';
import { property } from 'lit/decorators/property.js';
import { de } from '../locales/de.js';
import type { Unit } from '../playback/jump.js';
import { buttonStyle } from './button-style.js';
import { icons } from './icons.js';
import { PlaybackController } from './playback-context.js';

const NAMES = {
  previous: {
    sentence: 'previousSentence',
    paragraph: 'previousParagraph',
    heading: 'previousHeading',
  },
  next: { sentence: 'nextSentence', paragraph: 'nextParagraph', heading: 'nextHeading' },
} as const;

/**
 * Jumps to the next or previous sentence, paragraph or heading of the player around it.
 *
 * @csspart button - the native button
 */
export class VorleserSkipButton extends LitElement {
  static override styles = buttonStyle;

  @property() direction: 'previous' | 'next' = 'next';
  @property() unit: Unit = 'sentence';

  readonly #context = new PlaybackController(this);

  get #usable(): boolean {
    const state = this.#context.playback?.state ?? 'idle';
    return state !== 'idle' && state !== 'failed';
  }

  override render() {
    const name = NAMES[this.direction][this.unit];
    return html`<button
      part="button"
      type="button"
      aria-label=${de[name]}
      title=${de[name]}
      aria-disabled=${this.#usable ? 'false' : 'true'}
      @click=${this.#skip}
    >
      ${icons[name]}
    </button>`;
  }

  #skip(): void {
    if (this.#usable) this.#context.playback?.[this.direction](this.unit);
  }
}
