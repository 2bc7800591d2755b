import { css, type CSSResultGroup, html, LitElement, type SVGTemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { Playback } from '../../playback/playback.js';
import { buttonStyle } from './button-style.js';
import { PlaybackController } from './playback-context.js';

/** What a button shows and says. */
export interface Face {
  readonly name: string;
  readonly icon: SVGTemplateResult;
  /** Whether it does anything now; a button that does not keeps its place and the focus. */
  readonly usable: boolean;
  /** Whether it is what a person may be looking for now. */
  readonly offered?: boolean;
}

/** A button of the player that is drawn as an icon, and named for those who hear it or point at it. */
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

  /** @param playback undefined as long as there is no player around it */
  protected abstract face(messages: Messages, playback: Playback | undefined): Face;

  protected abstract act(playback: Playback): void;

  override render() {
    const { name, icon, usable, offered } = this.face(this.context.messages, this.context.playback);
    return html`<button
      part="button"
      class=${offered ? 'offered' : ''}
      type="button"
      aria-label=${name}
      title=${name}
      aria-disabled=${usable ? 'false' : 'true'}
      @click=${this.#onClick}
    >
      ${icon}<span part="label">${name}</span>
    </button>`;
  }

  #onClick(): void {
    const { messages, playback } = this.context;
    if (playback && this.face(messages, playback).usable) this.act(playback);
  }
}
