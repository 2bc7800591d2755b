import { css, type CSSResultGroup, html, LitElement, type SVGTemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { Playback } from '../../playback/playback.js';
import { buttonStyle } from './button-style.js';
import { PlaybackController } from './playback-context.js';

/** The state of an icon button. */
export interface Appearance {
  readonly name: string;
  readonly icon: SVGTemplateResult;
  /** Whether it can be used now. A disabled button stays in place and keeps the focus. */
  readonly enabled: boolean;
  /** Whether it is emphasized, since the listener may be looking for it. */
  readonly offered?: boolean;
}

/** Base class of the buttons that are drawn as an icon. Their name is for screen readers and the tooltip. */
export abstract class IconButton extends LitElement {
  static override styles: CSSResultGroup = [
    buttonStyle,
    css`
      span {
        display: none;
      }
    `,
  ];

  protected readonly context = new PlaybackController(this);

  /** @param playback undefined while there is no player around the button */
  protected abstract appearance(messages: Messages, playback: Playback | undefined): Appearance;

  /** Handles a press, within it: some browsers let a sound begin only then. */
  protected abstract act(playback: Playback): void;

  override render() {
    const { messages, playback } = this.context;
    const { name, icon, enabled, offered } = this.appearance(messages, playback);
    return html`<button
      part="button"
      class=${offered ? 'offered' : ''}
      type="button"
      aria-label=${name}
      title=${name}
      aria-disabled=${enabled ? 'false' : 'true'}
      @click=${this.#onClick}
    >
      ${icon}<span part="label">${name}</span>
    </button>`;
  }

  #onClick(): void {
    const { messages, playback } = this.context;
    if (playback && this.appearance(messages, playback).enabled) this.act(playback);
  }
}
