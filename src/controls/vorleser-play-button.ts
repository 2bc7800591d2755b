import { css, html, LitElement, svg } from 'lit';
import { isReading } from '../playback/state.js';
import { buttonStyle } from './shared/button-style.js';
import { icon, playIcon } from './shared/icon.js';
import { PlaybackController } from './shared/playback-context.js';

const pauseIcon = icon(svg`<path fill="currentColor" d="M14 4h4v16h-4zM6 4h4v16H6z" />`);

/**
 * Plays, pauses and resumes the player around it. Its name says what a press does. There is no `aria-pressed`, which would repeat
 * that, and the button stays the same node, so that it keeps the focus.
 *
 * @slot - shown below the name
 * @csspart button - the native button
 * @csspart label - its name
 */
export class VorleserPlayButton extends LitElement {
  /**
   * Wide enough for the longest name, and with the icon at the same place whatever the name, so that nothing moves when the name
   * changes. Under the pointer, the colour of the text is laid over what fills the button.
   */
  static override styles = [
    buttonStyle,
    css`
      :host {
        min-inline-size: 12em;
      }
      span {
        min-inline-size: 0;
        text-align: start;
      }
      button {
        inline-size: 100%;
        justify-content: flex-start;
        padding-inline: calc(
          (var(--vorleser-size, max(44px, 2.5em)) - var(--vorleser-icon-size, 1.375em)) / 2 - 1px
        );
        border-color: var(--vorleser-accent, currentcolor);
        background: var(--vorleser-play-background, transparent);
        color: var(--vorleser-play-color, inherit);
        font-weight: bold;
      }
      button:hover {
        background: var(--vorleser-play-background, var(--vorleser-hover-background, transparent));
        box-shadow: inset 0 0 0 10em color-mix(in srgb, currentcolor 10%, transparent);
      }
      button:active {
        background: var(--vorleser-play-background, var(--vorleser-active-background, transparent));
        box-shadow: inset 0 0 0 10em color-mix(in srgb, currentcolor 20%, transparent);
      }
    `,
  ];

  /** Its name is the answer to a press, which does not wait. */
  readonly #context = new PlaybackController(this, [], () => this.requestUpdate());

  override render() {
    const { messages, playback } = this.#context;
    const state = playback?.state ?? 'idle';
    const [name, icon] = isReading(state)
      ? [messages.pause, pauseIcon]
      : [
          state === 'paused' || playback?.resumePosition ? messages.resume : messages.play,
          playIcon,
        ];
    return html`<button part="button" type="button" @click=${this.#toggle}>
      ${icon}<span part="label">${name}<slot></slot></span>
    </button>`;
  }

  #toggle(): void {
    const playback = this.#context.playback;
    if (playback?.paused) void playback.play().catch(() => undefined);
    else playback?.pause();
  }
}
