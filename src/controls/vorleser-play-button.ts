import { css, html, LitElement } from 'lit';
import { isReading } from '../playback/state.js';
import { buttonStyle } from './shared/button-style.js';
import { icons } from './shared/icons.js';
import { PlaybackController } from './shared/playback-context.js';

/**
 * Starts, pauses and resumes the player around it. Its name says what it does; it carries no `aria-pressed`, which would
 * say it a second time, and stays the same node throughout.
 *
 * @csspart button - the native button
 * @csspart label - its name
 */
export class VorleserPlayButton extends LitElement {
  static override styles = [
    buttonStyle,
    css`
      button {
        /* Wide enough for its longest name, so that nothing moves when it changes. */
        min-inline-size: 12em;
        inline-size: 100%;
        border-color: var(--vorleser-accent, currentcolor);
        background: var(--vorleser-play-background, transparent);
        color: var(--vorleser-play-color, inherit);
        font-weight: bold;
      }
    `,
  ];

  readonly #context = new PlaybackController(this);

  override render() {
    const { messages, playback } = this.#context;
    const state = playback?.state ?? 'idle';
    const [name, icon] = isReading(state)
      ? [messages.pause, icons.pause]
      : [state === 'paused' || playback?.place ? messages.resume : messages.play, icons.play];
    return html`<button part="button" type="button" @click=${this.#toggle}>
      ${icon}<span part="label">${name}</span>
    </button>`;
  }

  #toggle(): void {
    const playback = this.#context.playback;
    if (playback?.paused) void playback.play().catch(() => undefined);
    else playback?.pause();
  }
}
